package training.powerbi.desktop;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.state.PortalState;

/// What someone who is asked for help wants to know. The log it ends with never has passwords, tokens or names.
final class Diagnostics implements Supplier<String> {
    private static final int MOST_OF_LOG = 16 * 1024;

    private final Folders folders;
    private final URI portal;
    private final PortalState state;

    Diagnostics(Folders folders, URI portal, PortalState state) {
        this.folders = folders;
        this.portal = portal;
        this.state = state;
    }

    @Override
    public String get() {
        return String.format(
                Locale.ROOT,
                """
                Power BI Training, trainer's program
                Java %s, JavaFX %s, %s %s
                Portal %s, %s, %s, %d days
                Log %s

                %s""",
                Runtime.version(),
                System.getProperty("javafx.runtime.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                portal,
                state.connection().get(),
                state.freshness().get(),
                state.days().size(),
                log(),
                endOfLog());
    }

    private Path log() {
        return folders.logs().resolve("desktop.log");
    }

    private String endOfLog() {
        try (var file = Files.newByteChannel(log())) {
            file.position(Math.max(0, file.size() - MOST_OF_LOG));
            return new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "The log cannot be read: " + e;
        }
    }
}
