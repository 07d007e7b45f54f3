package training.powerbi.server.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.NoteKeeper;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    DeltaTable<String, AdminActionRow> adminActions(Lakehouse lakehouse, JsonMapper json, Clock clock) {
        return lakehouse.table(
                AdminActionRow.definition(change -> AuditKeeper.external(change, json, clock.instant())));
    }

    @Bean
    NoteKeeper auditKeeper(
            DeltaTable<String, AdminActionRow> actions,
            AuditTrail trail,
            JsonMapper json,
            Clock clock,
            Lakehouse lakehouse) {
        var keeper = new AuditKeeper(actions, trail, json, clock);
        lakehouse.keepNotes(keeper);
        return keeper;
    }
}
