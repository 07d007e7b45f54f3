package training.powerbi.cli.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened at the portal, as `--json` tells it: one object a line.
///
/// @param at when this program heard of it
/// @param event `connected`, `disconnected`, `dayUnlocked`, `dayLocked`, `dayChanged`, `accessChanged`,
/// `recordingAdded` or
/// `progress`
/// @param text for people
record Happening(
        Instant at,
        String event,
        @Nullable Integer dayNumber,
        @Nullable String title,
        @Nullable String recordingId,
        @Nullable String userId,
        @Nullable Double completionPercentage,
        String text) {

    static Happening ofLine(Instant at, String event, String text) {
        return new Happening(at, event, null, null, null, null, null, text);
    }

    static Happening ofDay(Instant at, String event, int dayNumber, String title, String text) {
        return new Happening(at, event, dayNumber, title, null, null, null, text);
    }
}
