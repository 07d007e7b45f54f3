package training.powerbi.server.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;

@Configuration(proxyBeanMethods = false)
class AccessTables {
    @Bean
    DeltaTable<String, CohortRow> cohortTable(Lakehouse lakehouse) {
        return lakehouse.table(CohortRow.DEFINITION);
    }

    @Bean
    DeltaTable<String, CohortDayRow> cohortDays(Lakehouse lakehouse) {
        return lakehouse.table(CohortDayRow.DEFINITION);
    }

    @Bean
    DeltaTable<String, OverrideRow> accessOverrides(Lakehouse lakehouse) {
        return lakehouse.table(OverrideRow.DEFINITION);
    }

    @Bean
    DeltaTable<String, MoveRow> cohortMoves(Lakehouse lakehouse) {
        return lakehouse.table(MoveRow.DEFINITION);
    }
}
