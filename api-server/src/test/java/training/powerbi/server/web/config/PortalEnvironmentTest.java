package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PortalEnvironmentTest {
    @TempDir
    private Path folder;

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void eachVariableSetsItsProperty() throws Exception {
        apply(Map.of("PORTAL_PORT", "9090", "ENTRA_TENANT_ID", " tenant "), "");
        assertThat(environment.getProperty("server.port")).isEqualTo("9090");
        assertThat(environment.getProperty("portal.entra.tenant-id")).isEqualTo("tenant");
    }

    @Test
    void theFileFillsInAndTheRealEnvironmentWins() throws Exception {
        apply(
                Map.of("PORTAL_PORT", "9090"),
                "PORTAL_PORT=1\nPORTAL_ADDRESS=\"0.0.0.0\"\nSPRING_PROFILES_ACTIVE=packaged");
        assertThat(environment.getProperty("server.port")).isEqualTo("9090");
        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("spring.profiles.active")).isEqualTo("packaged");
    }

    @Test
    void anEmptyVariableIsNotSet() throws Exception {
        apply(Map.of("SECRET_KEY", "", "PORTAL_PORT", " "), "JWT_ALGORITHM=\nFABRIC_TENANT_ID=");
        assertThat(environment.containsProperty("portal.token.secret-key")).isFalse();
        assertThat(environment.containsProperty("server.port")).isFalse();
        assertThat(environment.containsProperty("portal.token.algorithm")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PORT=1;WEBSITES_PORT=2;PORTAL_PORT=3, 3", "WEBSITES_PORT=2;PORT=1, 1", "WEBSITES_PORT=2, 2"})
    void aPlatformSaysThePortUnlessTheOperatorDoes(String variables, String port) throws Exception {
        apply(
                Arrays.stream(variables.split(";", -1))
                        .map(each -> each.split("=", -1))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1])),
                "");
        assertThat(environment.getProperty("server.port")).isEqualTo(port);
    }

    @Test
    void debugIsOursAndNotBoots() throws Exception {
        apply(Map.of("DEBUG", "true"), "");
        assertThat(environment.getProperty("portal.debug")).isEqualTo("true");
        assertThat(environment.getProperty("debug")).isEqualTo("false");
    }

    private void apply(Map<String, String> real, String file) throws Exception {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(real)));
        PortalEnvironment.apply(environment, Files.writeString(folder.resolve(".env"), file));
    }
}
