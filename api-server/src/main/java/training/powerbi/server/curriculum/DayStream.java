package training.powerbi.server.curriculum;

import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.live.Broadcast;
import training.powerbi.server.store.Revisions;

/// Live changes of days. Each event is checked against the day as it is when the event is delivered: an unlock
/// that was taken back meanwhile is not announced any more.
@Component
public class DayStream {
    private final Broadcast<DayChanged> events = new Broadcast<>();
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayAccess access;
    private final DayView view;
    private final Revisions revisions;

    DayStream(DeltaTable<Integer, TrainingContentRow> content, DayAccess access, DayView view, Revisions revisions) {
        this.content = content;
        this.access = access;
        this.view = view;
        this.revisions = revisions;
        content.onChange(this::announce);
    }

    /// Announces that something kept beside the day's own row, such as a recording, was edited.
    public synchronized void edited(int dayNumber, long revision) {
        events.send(new DayChanged(dayNumber, DayChangeKind.EDITED, false, revision));
    }

    private synchronized void announce(TableChange<Integer, TrainingContentRow> change) {
        long revision = revisions.of(content, change);
        for (var row : change.rows()) {
            var after = row.after();
            if (after != null) {
                var before = row.before();
                boolean outline = before == null || !before.sameOutline(after);
                events.send(new DayChanged(
                        after.dayNumber(),
                        after.lock().since(before == null ? null : before.lock()),
                        outline,
                        revision));
            }
        }
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
                .filter(row -> row.lock().confirms(event.kind()))
                .filter(row ->
                        event.kind() != DayChangeKind.EDITED || event.outline() || access.mayOpen(viewer, row.lock()))
                .map(row -> new DayChange(event.kind(), view.show(viewer, row, event.revision()), event.revision()));
    }
}
