package training.powerbi.server;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleSourceFactory;

/// Shows Spring Modulith the store as one more module, though it is a build of its own: so features go on declaring
/// that they use it, and the diagram shows who does.
final class StoreAsModule implements ApplicationModuleSourceFactory {
    private static final List<String> HOME = List.of("training.powerbi.lakehouse");

    /// What is not named here is not imported, and arrows to it would be missing.
    @Override
    public List<String> getRootPackages() {
        return HOME;
    }

    /// The packages below are rooms, not modules.
    @Override
    public ApplicationModuleDetectionStrategy getApplicationModuleDetectionStrategy() {
        return root -> Stream.empty();
    }

    @Override
    public List<String> getModuleBasePackages() {
        return HOME;
    }
}
