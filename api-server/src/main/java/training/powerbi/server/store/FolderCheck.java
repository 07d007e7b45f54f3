package training.powerbi.server.store;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import training.powerbi.lakehouse.open.Lakehouses;

/// Refuses a folder that another server has as soon as it is known which folder is meant, which is seconds before the
/// store is opened. The store takes the lock; this only looks.
final class FolderCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (SharedStore.isMeant(environment)) {
            return;
        }
        var folder = Path.of(environment.getProperty("portal.store.directory", "portal-data"));
        try {
            Lakehouses.requireFree(folder);
        } catch (IOException e) {
            // The store itself will say what is wrong with the folder.
        }
    }

    /// Behind what reads the settings.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
