package training.powerbi.server.recording;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;

@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

    @Bean
    DeltaTable<String, RecordingRow> recordings(Lakehouse lakehouse) {
        return lakehouse.table(RecordingRow.DEFINITION);
    }
}
