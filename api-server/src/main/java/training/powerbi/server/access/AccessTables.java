package training.powerbi.server.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.account.PersonalRows;

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

    @Bean
    PersonalData exceptionsOfPerson(DeltaTable<String, OverrideRow> overrides) {
        return new PersonalRows<>(
                OverrideRow.DEFINITION.name(),
                overrides,
                (rows, userId) -> rows.select(OverrideRow.BY_USER, userId).stream()
                        .map(OverrideRow::overrideId)
                        .toList());
    }

    @Bean
    PersonalData moveOfPerson(DeltaTable<String, MoveRow> moves) {
        return new PersonalRows<>(
                MoveRow.DEFINITION.name(),
                moves,
                (rows, userId) ->
                        rows.find(userId).stream().map(MoveRow::userId).toList());
    }
}
