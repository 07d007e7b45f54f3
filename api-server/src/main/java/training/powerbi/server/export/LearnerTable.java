package training.powerbi.server.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.csv.Csv;
import training.powerbi.server.progress.WatchHistory.Stretch;
import training.powerbi.server.progress.WatchHistory.WatchedDay;
import training.powerbi.server.progress.WatchHistory.WatchedRecording;

/// One person's data as a table: a line for each thing that is known.
final class LearnerTable {
    private static final List<String> COLUMNS = List.of("section", "item", "field", "value");

    private final List<List<@Nullable String>> lines = new ArrayList<>();

    private LearnerTable() {}

    static String of(LearnerData.Export data) {
        var table = new LearnerTable();
        table.account(data);
        for (var at = 0; at < data.sessions().size(); at++) {
            var session = data.sessions().get(at);
            var item = "session " + (at + 1);
            table.add("sessions", item, "startedAt", session.startedAt());
            table.add("sessions", item, "continuedAt", session.continuedAt());
            table.add("sessions", item, "expiresAt", session.expiresAt());
        }
        data.progress().forEach(table::day);
        for (var made : data.exceptions()) {
            var item = "day " + made.dayNumber();
            table.add("exceptions", item, made.isOpen() ? "granted" : "heldBack", made.createdAt());
            table.add("exceptions", item, "reason", made.reason());
            table.add("exceptions", item, "expiresAt", made.expiresAt());
            table.add("exceptions", item, "revokedAt", made.revokedAt());
        }
        for (var done : data.actions()) {
            var day = done.dayNumber() == null ? "" : "day " + done.dayNumber();
            table.add("actions", day, done.actionType(), done.timestamp());
        }
        return Csv.of(COLUMNS, table.lines);
    }

    private void account(LearnerData.Export data) {
        var account = data.account();
        add("account", "", "exportedAt", data.exportedAt());
        add("account", "", "userId", account.userId());
        add("account", "", "email", account.email());
        add("account", "", "displayName", account.displayName());
        add("account", "", "role", account.role());
        add("account", "", "cohortId", account.cohortId());
        add("account", "", "createdAt", account.createdAt());
        add("account", "", "lastLogin", account.lastLogin());
        add("account", "", "isActive", account.isActive());
    }

    private void day(WatchedDay day) {
        var item = "day " + day.dayNumber();
        add("progress", item, "viewedPresentation", day.viewedPresentation());
        add("progress", item, "viewedRecording", day.viewedRecording());
        add("progress", item, "completionPercentage", day.completionPercentage());
        add("progress", item, "lastAccessed", day.lastAccessed());
        day.recordings().forEach(recording -> recording(item, recording));
    }

    private void recording(String day, WatchedRecording recording) {
        var item = day + ", recording " + recording.recordingId();
        add("progress", item, "positionSeconds", recording.positionSeconds());
        add("progress", item, "viewCountedAt", recording.viewCountedAt());
        for (Stretch watched : recording.watched()) {
            add("progress", item, "watchedSeconds", watched.fromSeconds() + " to " + watched.toSeconds());
        }
    }

    private void add(String section, String item, String field, @Nullable Object value) {
        lines.add(List.of(section, item, field, value == null ? "" : String.valueOf(value)));
    }
}
