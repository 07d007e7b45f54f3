package training.powerbi.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the person chose, and how the window stood.
///
/// @param portals addresses used so far, latest first
/// @param email the last address signed in with, or null
/// @param window null before the first time
/// @param look in earlier files not there, which is as the system has it
/// @param folder the folder a file was opened from last; null before the first time
public record UserSettings(
        List<String> portals,
        @Nullable String email,
        @Nullable Window window,
        boolean monthShown,
        Look look,
        @Nullable String folder) {
    private static final int MOST_PORTALS = 8;

    /// Nothing remembered yet.
    public static final UserSettings NONE = new UserSettings(List.of(), null, null, false, Look.SYSTEM, null);

    public UserSettings {
        portals = List.copyOf(portals);
        look = Objects.requireNonNullElse(look, Look.SYSTEM);
    }

    /// Where the window stood, in pixels of the whole desktop.
    public record Window(double x, double y, double width, double height, boolean maximized) {}

    public UserSettings withPortal(String portal, @Nullable String newEmail) {
        var latest = Stream.concat(Stream.of(portal), portals.stream().filter(known -> !known.equals(portal)))
                .limit(MOST_PORTALS)
                .toList();
        return new UserSettings(latest, newEmail == null ? email : newEmail, window, monthShown, look, folder);
    }

    public UserSettings withWindow(Window now) {
        return new UserSettings(portals, email, now, monthShown, look, folder);
    }

    public UserSettings withMonthShown(boolean shown) {
        return new UserSettings(portals, email, window, shown, look, folder);
    }

    public UserSettings withLook(Look chosen) {
        return new UserSettings(portals, email, window, monthShown, chosen, folder);
    }

    public UserSettings withFolder(Path last) {
        return new UserSettings(portals, email, window, monthShown, look, last.toString());
    }
}
