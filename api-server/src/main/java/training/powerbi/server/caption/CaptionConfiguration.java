package training.powerbi.server.caption;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;

@Configuration(proxyBeanMethods = false)
class CaptionConfiguration {

    @Bean
    DeltaTable<String, CaptionRow> captionsTable(Lakehouse lakehouse) {
        return lakehouse.table(CaptionRow.DEFINITION);
    }
}
