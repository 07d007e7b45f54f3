package training.powerbi.server.web.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// Lays `.env` beneath the real environment and turns each [EnvironmentVariable] into its property. An empty
/// variable counts as not set. Runs before Boot reads application.yaml, so that `.env` can name a profile.
final class PortalEnvironment implements EnvironmentPostProcessor, Ordered {
    static final String VARIABLES = "portalVariables";
    private static final String DOT_ENV = "dotEnv";
    private static final String NO_BOOT_DEBUG = "noBootDebug";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        apply(environment, Path.of(".env"));
    }

    static void apply(ConfigurableEnvironment environment, Path dotEnv) {
        MutablePropertySources sources = environment.getPropertySources();
        String system = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        Map<String, Object> fromFile = new HashMap<>(DotEnvFile.read(dotEnv));
        fromFile.values().removeIf(value -> value.toString().isBlank());
        sources.addAfter(system, new SystemEnvironmentPropertySource(DOT_ENV, fromFile));

        Map<String, Object> properties = new HashMap<>();
        for (EnvironmentVariable variable : EnvironmentVariable.values()) {
            String value = value(variable, sources.get(system), fromFile);
            if (value != null) {
                properties.putIfAbsent(variable.property(), value);
            }
        }
        sources.addAfter(system, new MapPropertySource(VARIABLES, properties));
        // DEBUG is the portal's own switch; Boot would take it for its condition report.
        sources.addBefore(system, new MapPropertySource(NO_BOOT_DEBUG, Map.of("debug", "false")));
    }

    private static @Nullable String value(
            EnvironmentVariable variable, @Nullable PropertySource<?> system, Map<String, Object> fromFile) {
        Object real = system == null ? null : system.getProperty(variable.name());
        if (real != null && !real.toString().isBlank()) {
            return real.toString().strip();
        }
        Object filed = fromFile.get(variable.name());
        return filed == null ? null : filed.toString();
    }
}
