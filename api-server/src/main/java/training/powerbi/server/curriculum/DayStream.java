package training.powerbi.server.curriculum;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.live.Broadcast;

/// Live changes of days. Each event is checked against the day as it is when the event is delivered: an unlock
/// that was taken back meanwhile is not announced any more.
@Component
public class DayStream {
    private final Broadcast<DayChanged> events = new Broadcast<>();
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayVisibility visibility;
    private final Lakehouse lakehouse;

    DayStream(DeltaTable<Integer, TrainingContentRow> content, DayVisibility visibility, Lakehouse lakehouse) {
        this.content = content;
        this.visibility = visibility;
        this.lakehouse = lakehouse;
        content.onChange(this::announce);
    }

    /// Announces that something kept beside the day's own row, such as a recording, was edited.
    public synchronized void edited(int dayNumber, long revision) {
        events.send(new DayChanged(dayNumber, DayChangeKind.EDITED, false, revision));
    }

    private synchronized void announce(TableChange<Integer, TrainingContentRow> change) {
        long revision = lakehouse.revisionAt(content.name(), change.version());
        for (var row : change.rows()) {
            var after = row.after();
            if (after != null) {
                var before = row.before();
                boolean outline = before == null || !before.sameOutline(after);
                events.send(new DayChanged(after.dayNumber(), kind(before, after), outline, revision));
            }
        }
    }

    private static DayChangeKind kind(@Nullable TrainingContentRow before, TrainingContentRow after) {
        if (before != null && before.isUnlocked() == after.isUnlocked()) {
            return DayChangeKind.EDITED;
        }
        if (before == null && !after.isUnlocked()) {
            return DayChangeKind.EDITED;
        }
        return after.isUnlocked() ? DayChangeKind.UNLOCKED : DayChangeKind.LOCKED;
    }

    @PreAuthorize("isAuthenticated()")
    Flux<DayChange> changes(Viewer viewer) {
        return events.stream().mapNotNull(event -> deliver(viewer, event).orElse(null));
    }

    @PreAuthorize("isAuthenticated()")
    Flux<TrainingDay> unlocks(Viewer viewer) {
        return changes(viewer)
                .filter(change -> change.kind() == DayChangeKind.UNLOCKED)
                .map(DayChange::day);
    }

    private Optional<DayChange> deliver(Viewer viewer, DayChanged event) {
        return content.snapshot()
                .find(event.dayNumber())
                .filter(row -> stillTrue(event.kind(), row))
                .filter(row -> event.kind() != DayChangeKind.EDITED
                        || event.outline()
                        || visibility.mayOpen(viewer, row.dayNumber()))
                .map(row ->
                        new DayChange(event.kind(), visibility.show(viewer, row, event.revision()), event.revision()));
    }

    private static boolean stillTrue(DayChangeKind kind, TrainingContentRow now) {
        return switch (kind) {
            case UNLOCKED -> now.isUnlocked();
            case LOCKED -> !now.isUnlocked();
            case EDITED -> true;
        };
    }
}
