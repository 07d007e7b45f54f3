package training.powerbi.server.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.server.lakehouse.DeltaTable;
import training.powerbi.server.lakehouse.Lakehouse;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    DeltaTable<String, AdminActionRow> adminActions(Lakehouse lakehouse) {
        return lakehouse.table(AdminActionRow.DEFINITION);
    }
}
