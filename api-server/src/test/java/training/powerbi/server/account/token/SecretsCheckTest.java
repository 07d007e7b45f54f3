package training.powerbi.server.account.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import training.powerbi.model.error.PortalException;

class SecretsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "portal.token.secret-key, your-secret-key-here, SECRET_KEY",
        "portal.token.secret-key, 0123456789abcdef0123456789abcde, SECRET_KEY",
        "portal.bootstrap.admin-password, PowerBI2026Admin!, DEFAULT_ADMIN_PASSWORD"
    })
    void aKnownOrShortSecretStopsTheStartAndNamesTheVariable(String property, String value, String variable) {
        var environment = new MockEnvironment().withProperty(property, value);
        assertThatThrownBy(() -> SecretsCheck.check(environment))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith(variable)
                .hasMessageNotContaining("PowerBI2026Admin!");
    }

    @ParameterizedTest
    @CsvSource({
        "portal.token.secret-key, ''",
        "portal.token.secret-key, 0123456789abcdef0123456789abcdef",
        "portal.bootstrap.admin-password, ''",
        "portal.bootstrap.admin-password, one of my own"
    })
    void anOwnSecretOrNoneIsFine(String property, String value) {
        var environment = new MockEnvironment().withProperty(property, value);
        assertThatCode(() -> SecretsCheck.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void debugAllowsTheSamplePasswordButNotTheSampleKey() {
        var environment = new MockEnvironment()
                .withProperty("portal.debug", "true")
                .withProperty("portal.bootstrap.admin-password", "PowerBI2026Admin!");
        assertThatCode(() -> SecretsCheck.check(environment)).doesNotThrowAnyException();
        environment.setProperty("portal.token.secret-key", "your-secret-key-here");
        assertThatThrownBy(() -> SecretsCheck.check(environment)).isInstanceOf(PortalException.class);
    }

    @ParameterizedTest
    @CsvSource({"portal.token.secret-key", "SECRET_KEY", "METRICS_TOKEN", "portal.mail.password"})
    void aReferenceThatTheVaultDidNotAnswerIsNoSecret(String name) {
        var reference = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/SECRET-KEY)";
        var environment = new MockEnvironment().withProperty(name, reference);
        assertThatThrownBy(() -> SecretsCheck.check(environment))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("The app cannot read the vault yet: " + name)
                .hasMessageNotContaining("vault.azure.net");
    }

    @Test
    void aFileOfKeysGoesWithTheAlgorithmThatTheyAreFor() {
        var environment = new MockEnvironment()
                .withProperty("portal.token.secret-key-file", "keys")
                .withProperty("portal.token.algorithm", "HS256");
        assertThatCode(() -> SecretsCheck.check(environment)).doesNotThrowAnyException();
        environment.setProperty("portal.token.algorithm", "ES256");
        assertThatThrownBy(() -> SecretsCheck.check(environment))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("SECRET_KEY_FILE")
                .hasMessageContaining("JWT_ALGORITHM");
    }

    @Test
    void aSecretDoesNotShow() {
        assertThat(new Secret("hush")).hasToString("********");
        assertThat("%s".formatted(new TokenProperties(new Secret("hush"), "HS256", 1, "i", "a")))
                .doesNotContain("hush");
    }

    @Test
    void severalServersNeedOneKeyThatTheyAllKnow() {
        var shared = new MockEnvironment().withProperty("portal.fabric.workspace-id", "w");
        assertThatThrownBy(() -> SecretsCheck.check(shared)).hasMessageStartingWith("SECRET_KEY must be set");

        shared.withProperty("portal.token.secret-key", "0123456789abcdef0123456789abcdef");
        assertThatCode(() -> SecretsCheck.check(shared)).doesNotThrowAnyException();

        shared.withProperty("portal.token.algorithm", "ES256");
        assertThatThrownBy(() -> SecretsCheck.check(shared)).hasMessageStartingWith("JWT_ALGORITHM must be HS256");
    }
}
