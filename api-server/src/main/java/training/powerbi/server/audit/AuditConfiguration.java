package training.powerbi.server.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.chain.AuditChain;
import training.powerbi.server.audit.person.AuditPeople;
import training.powerbi.server.audit.person.PersonRow;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditChain auditChain(JsonMapper json, Clock clock) {
        return new AuditChain(change -> AuditKeeper.external(change, json, clock.instant()));
    }

    @Bean
    DeltaTable<String, AdminActionRow> adminActions(Lakehouse lakehouse, AuditChain chain) {
        return lakehouse.table(AdminActionRow.definition(chain));
    }

    @Bean
    DeltaTable<String, PersonRow> auditPeopleTable(Lakehouse lakehouse) {
        return lakehouse.table(PersonRow.DEFINITION);
    }

    @Bean
    AuditPeople auditPeople(DeltaTable<String, PersonRow> people) {
        return new AuditPeople(people);
    }

    @Bean
    NoteKeeper auditKeeper(
            DeltaTable<String, AdminActionRow> actions,
            AuditTrail trail,
            AuditPeople people,
            JsonMapper json,
            Clock clock,
            Lakehouse lakehouse) {
        var keeper = new AuditKeeper(actions, trail, people, json, clock);
        lakehouse.keepNotes(keeper);
        return keeper;
    }
}
