package training.powerbi.cli.desk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where this program keeps what is its own: the session, begun uploads, and the last portal.
public final class Folders {
    private static final String NAME = "PowerBITrainingPortal";

    private Folders() {}

    /// `PORTAL_CLI_HOME` when it is set, else where programs of this operating system keep such.
    ///
    /// @param system name of the operating system
    /// @param environment of the process
    public static Path data(String system, Path user, UnaryOperator<@Nullable String> environment) {
        var chosen = environment.apply("PORTAL_CLI_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return or(environment.apply("LOCALAPPDATA"), user.resolve("AppData/Local"))
                    .resolve(NAME);
        }
        if (name.contains("mac")) {
            return user.resolve("Library/Application Support").resolve(NAME);
        }
        return or(environment.apply("XDG_DATA_HOME"), user.resolve(".local/share"))
                .resolve("powerbi-training-portal");
    }

    private static Path or(@Nullable String chosen, Path usual) {
        return chosen == null || chosen.isBlank() ? usual : Path.of(chosen);
    }
}
