package training.powerbi.server.account.operator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import training.powerbi.server.account.token.Secret;

/// The first admin (DEFAULT_ADMIN_EMAIL, DEFAULT_ADMIN_PASSWORD).
///
/// @param adminPassword not set: a random one, shown once on the console
/// @param resetAdmin this start only gives the first admin a new password (`--reset-admin`)
@ConfigurationProperties("portal.bootstrap")
@Validated
record BootstrapProperties(
        @DefaultValue("admin@powerbi.training") String adminEmail,
        @DefaultValue("") Secret adminPassword,
        @DefaultValue("false") boolean resetAdmin) {

    public BootstrapProperties {
        adminEmail = adminEmail.isBlank() ? "admin@powerbi.training" : adminEmail;
    }
}
