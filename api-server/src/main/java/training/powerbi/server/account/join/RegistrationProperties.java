package training.powerbi.server.account.join;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who may register (REGISTRATION_MODE).
///
/// @param mode `open`, `invite`, `closed`; empty: open while only this machine reaches the portal, else invite
@ConfigurationProperties("portal.registration")
@Validated
public record RegistrationProperties(
        @DefaultValue("") @Pattern(regexp = "|open|invite|closed", message = "must be open, invite or closed")
        String mode) {

    public RegistrationProperties {
        mode = mode.strip();
    }
}
