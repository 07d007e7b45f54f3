package training.powerbi.server.account.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    DeltaTable<String, SessionRow> sessionsTable(Lakehouse lakehouse) {
        return lakehouse.table(SessionRow.DEFINITION);
    }
}
