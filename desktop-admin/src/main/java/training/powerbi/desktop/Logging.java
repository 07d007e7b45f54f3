package training.powerbi.desktop;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// The beginning of the log. It takes as long as JavaFX's, so the one goes on beside the other.
final class Logging {
    private static final Thread BEGINNING =
            Thread.ofPlatform().daemon().name("logging").unstarted(LoggerFactory::getILoggerFactory);

    private Logging() {}

    /// @param folder for the log files
    static void begin(Path folder) {
        // Before anything logs; logback.xml asks for it.
        System.setProperty("portal.desktop.logs", folder.toString());
        BEGINNING.start();
    }

    /// Returns once there is a log. A logger asked for while it begins may stay silent for ever (SLF4J's substitute),
    /// so the classes of the start keep none.
    static void await() {
        try {
            BEGINNING.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
