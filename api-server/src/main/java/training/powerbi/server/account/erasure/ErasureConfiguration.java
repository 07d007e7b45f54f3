package training.powerbi.server.account.erasure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.account.reset.PasswordResetRow;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.account.signin.StoredPlaces;
import training.powerbi.server.audit.AuditSubjects;

/// What the account's own tables, and the audit log, have of a person. Sessions come first: they let someone in.
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    DeltaTable<String, ErasureRow> erasuresTable(Lakehouse lakehouse) {
        return lakehouse.table(ErasureRow.DEFINITION);
    }

    @Bean
    PersonalData sessionsOfPerson(Sessions sessions) {
        return new AccountRows(
                "sessions",
                person -> sessions.count(person.userId()),
                person -> sessions.endAll(person.userId(), null));
    }

    @Bean
    PersonalData placesOfPerson(StoredPlaces places) {
        return new AccountRows(
                "sign_in_places",
                person -> places.count(person.account(), person.since()),
                person -> places.forget(person.account(), person.since()));
    }

    @Bean
    PersonalData resetsOfPerson(DeltaTable<String, PasswordResetRow> resets) {
        return new AccountRows(
                "password_resets",
                person -> resets.snapshot().find(person.userId()).isPresent() ? 1 : 0,
                person -> AccountRows.remove(resets, person.userId()));
    }

    @Bean
    PersonalData nameInTheAuditOfPerson(AuditSubjects subjects) {
        return new AccountRows(
                "audit_people",
                person -> subjects.knows(person.userId()) ? 1 : 0,
                person -> subjects.forget(person.userId()));
    }
}
