package training.powerbi.server.account.edge;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.PurposeKeys;
import training.powerbi.server.account.RegistrationMode;
import training.powerbi.server.account.SignInOptions;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.join.InviteRow;
import training.powerbi.server.account.join.RegistrationProperties;
import training.powerbi.server.account.operator.Console;
import training.powerbi.server.account.reset.PasswordResetRow;
import training.powerbi.server.account.signin.PasswordChangeGate;
import training.powerbi.server.account.signin.PlaceRow;
import training.powerbi.server.account.token.DerivedKeys;
import training.powerbi.server.account.token.EntraSettings;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.Authors;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    DeltaTable<String, UserRow> usersTable(Lakehouse lakehouse) {
        return lakehouse.table(UserRow.DEFINITION);
    }

    @Bean
    DeltaTable<String, InviteRow> invitesTable(Lakehouse lakehouse) {
        return lakehouse.table(InviteRow.DEFINITION);
    }

    @Bean
    DeltaTable<String, PlaceRow> placesTable(Lakehouse lakehouse) {
        return lakehouse.table(PlaceRow.DEFINITION);
    }

    @Bean
    DeltaTable<String, PasswordResetRow> passwordResetsTable(Lakehouse lakehouse) {
        return lakehouse.table(PasswordResetRow.DEFINITION);
    }

    @Bean
    RegistrationMode registrationMode(
            RegistrationProperties registration, @Value("${server.address:}") String listeningOn) {
        return registration.mode().isEmpty()
                ? RegistrationMode.defaultFor(listeningOn)
                : RegistrationMode.valueOf(registration.mode().toUpperCase(Locale.ROOT));
    }

    @Bean
    SignInOptions signInOptions(RegistrationMode mode, ObjectProvider<EntraSettings> entra) {
        return SignInOptions.of(mode, entra.getIfAvailable());
    }

    @Bean
    Authors authors(Standing standing) {
        return standing::isActiveAdmin;
    }

    @Bean
    PurposeKeys purposeKeys(DerivedKeys keys) {
        return keys::keysFor;
    }

    @Bean
    GraphQlSourceBuilderCustomizer passwordChangeGate() {
        return builder -> builder.typeVisitors(List.of(new PasswordChangeGate()));
    }

    @Bean
    Console console() {
        return Console.ofProcess();
    }
}
