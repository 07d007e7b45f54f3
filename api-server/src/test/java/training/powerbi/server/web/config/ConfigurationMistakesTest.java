package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import training.powerbi.model.error.PortalException;

class ConfigurationMistakesTest {
    private final ConfigurationMistakes analyzer = new ConfigurationMistakes();

    @Test
    void aRefusalAnywhereInTheChainIsItsSentence() {
        var thrown = new BeanCreationException("bean", PortalException.badInput("SECRET_KEY", "SECRET_KEY is short."));
        assertThat(description(thrown)).isEqualTo("SECRET_KEY is short.");
    }

    @Test
    void aValueThatDoesNotFitIsNamedByItsVariableAndNotShown() {
        assertThat(description(bindFailure("portal.token.access-minutes", "hush")))
                .isEqualTo("ACCESS_TOKEN_EXPIRE_MINUTES must be a number.");
    }

    @Test
    void aPropertyOfSeveralVariablesIsNamedByAll() {
        assertThat(description(bindFailure("server.port", "eighty")))
                .isEqualTo("PORTAL_PORT or PORT or WEBSITES_PORT must be a number.");
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(analyzer.analyze(new IllegalStateException("a bug"))).isNull();
    }

    private String description(Throwable thrown) {
        return Objects.requireNonNull(analyzer.analyze(thrown)).getDescription();
    }

    private static BindException bindFailure(String property, String value) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(property, value)));
        try {
            binder.bind(property, Bindable.of(Long.class));
        } catch (BindException e) {
            return e;
        }
        throw new AssertionError("expected the value not to fit");
    }
}
