package training.powerbi.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class LimitsTest {

    @EnableConfigurationProperties(LimitProperties.class)
    private static final class Settings {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registrations-per-hour=0",
                "sign-ins-per-hour=-1",
                "playback-per-minute=0",
                "open-uploads=0",
                "sockets-signing-in=0",
                "sockets-signing-in-per-address=0",
                "head-time=0s",
                "body-time=-1s"
            })
    void aLimitOfNothingIsRefusedAtTheStart(String setting) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withPropertyValues("portal.limits." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
