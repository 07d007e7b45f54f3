package training.powerbi.build;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that holds the whole project.
final class Checkout {

    private Checkout() {}

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run inside the project");
            }
        }
        return folder;
    }
}
