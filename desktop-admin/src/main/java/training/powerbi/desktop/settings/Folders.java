package training.powerbi.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where a program of this operating system keeps what is its own.
///
/// @param settings small files a person may back up
/// @param data tokens, and uploads not yet done
/// @param logs what to send when something goes wrong
public record Folders(Path settings, Path data, Path logs) {
    private static final String NAME = "PowerBITrainingAdmin";

    /// The folders of this computer, or all below `portal.desktop.home` when that property is set.
    public static Folders ofThisComputer() {
        return of(System.getProperty("portal.desktop.home"), System.getProperty("os.name"), System::getenv);
    }

    static Folders of(@Nullable String home, String system, UnaryOperator<@Nullable String> environment) {
        if (home != null && !home.isBlank()) {
            var base = Path.of(home);
            return new Folders(base.resolve("settings"), base.resolve("data"), base.resolve("logs"));
        }
        var user = Path.of(System.getProperty("user.home"));
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            var roaming = or(environment.apply("APPDATA"), user.resolve("AppData/Roaming"));
            var local = or(environment.apply("LOCALAPPDATA"), user.resolve("AppData/Local"));
            return new Folders(
                    roaming.resolve(NAME),
                    local.resolve(NAME),
                    local.resolve(NAME).resolve("logs"));
        }
        if (name.contains("mac")) {
            var library = user.resolve("Library");
            var support = library.resolve("Application Support").resolve(NAME);
            return new Folders(support, support, library.resolve("Logs").resolve(NAME));
        }
        // The XDG base directory specification.
        var folder = "powerbi-training-admin";
        var state = or(environment.apply("XDG_STATE_HOME"), user.resolve(".local/state"));
        return new Folders(
                or(environment.apply("XDG_CONFIG_HOME"), user.resolve(".config"))
                        .resolve(folder),
                or(environment.apply("XDG_DATA_HOME"), user.resolve(".local/share"))
                        .resolve(folder),
                state.resolve(folder));
    }

    private static Path or(@Nullable String chosen, Path usual) {
        return chosen == null || chosen.isBlank() ? usual : Path.of(chosen);
    }
}
