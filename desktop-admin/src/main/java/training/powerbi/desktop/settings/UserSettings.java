package training.powerbi.desktop.settings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the person chose, and how the window stood.
///
/// @param portals addresses used so far, latest first
/// @param email the last address signed in with, or null
/// @param window null before the first time
public record UserSettings(
        List<String> portals,
        @Nullable String email,
        @Nullable Window window,
        boolean monthShown) {
    private static final int MOST_PORTALS = 8;

    /// Nothing remembered yet.
    public static final UserSettings NONE = new UserSettings(List.of(), null, null, false);

    public UserSettings {
        portals = List.copyOf(portals);
    }

    /// Where the window stood, in pixels of the whole desktop.
    public record Window(double x, double y, double width, double height, boolean maximized) {}

    public UserSettings withPortal(String portal, @Nullable String newEmail) {
        var latest = Stream.concat(Stream.of(portal), portals.stream().filter(known -> !known.equals(portal)))
                .limit(MOST_PORTALS)
                .toList();
        return new UserSettings(latest, newEmail == null ? email : newEmail, window, monthShown);
    }

    public UserSettings withWindow(Window now) {
        return new UserSettings(portals, email, now, monthShown);
    }

    public UserSettings withMonthShown(boolean shown) {
        return new UserSettings(portals, email, window, shown);
    }
}
