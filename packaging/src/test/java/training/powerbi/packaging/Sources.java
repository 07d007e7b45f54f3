package training.powerbi.packaging;

import java.nio.file.Path;

/// Where the tested files are; tests run in the folder packaging/.
final class Sources {
    static final Path PACKAGING = Path.of("").toAbsolutePath();
    static final Path ROOT = PACKAGING.resolve("..").normalize();

    private Sources() {}
}
