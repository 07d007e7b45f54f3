package training.powerbi.server;

import java.util.List;
import org.springframework.modulith.core.ApplicationModuleSourceFactory;

/// Shows Spring Modulith the store as one more module, though it is a build of its own: so features go on declaring
/// that they use it, and the diagram shows who does.
final class StoreAsModule implements ApplicationModuleSourceFactory {

    @Override
    public List<String> getModuleBasePackages() {
        return List.of("training.powerbi.lakehouse");
    }
}
