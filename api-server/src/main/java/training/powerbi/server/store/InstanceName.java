package training.powerbi.server.store;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Gives each of the servers that share a lakehouse a name of its own, new with each start. It is chosen before the
/// first line is logged: the lines of all servers may end in one place.
final class InstanceName implements EnvironmentPostProcessor, Ordered {
    static final String PROPERTY = "portal.store.instance";
    /// As lines begin with it.
    private static final String MARK = "portal.store.instance-mark";

    private static final int LETTERS = 8;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (SharedStore.isMeant(environment)) {
            var name = UUID.randomUUID().toString().substring(0, LETTERS);
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("instance", Map.of(PROPERTY, name, MARK, name + " ")));
        }
    }

    /// Behind what reads the settings.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
