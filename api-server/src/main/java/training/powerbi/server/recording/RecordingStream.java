package training.powerbi.server.recording;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.model.Recording;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.DayStream;
import training.powerbi.server.live.Broadcast;
import training.powerbi.server.store.Revisions;

/// Live changes of recordings: new ones here, edits and removals as changes of their day.
@Component
class RecordingStream {
    private final Broadcast<Recording> added = new Broadcast<>();
    private final DeltaTable<String, RecordingRow> recordings;
    private final DayAccess access;
    private final DayStream days;
    private final Revisions revisions;

    RecordingStream(
            DeltaTable<String, RecordingRow> recordings, DayAccess access, DayStream days, Revisions revisions) {
        this.recordings = recordings;
        this.access = access;
        this.days = days;
        this.revisions = revisions;
        recordings.onChange(this::announce);
    }

    private void announce(TableChange<String, RecordingRow> change) {
        long revision = revisions.of(recordings, change);
        change.rows().forEach(row -> announce(row.before(), row.after(), revision));
    }

    private void announce(@Nullable RecordingRow before, @Nullable RecordingRow after, long revision) {
        if (before == null && after != null && after.isActive()) {
            added.send(after.show(revision));
        } else if (before != null && (after == null || !onlyViewed(before, after))) {
            days.edited(before.dayNumber(), before.cohortId(), revision);
            if (after != null && !samePlace(before, after)) {
                days.edited(after.dayNumber(), after.cohortId(), revision);
            }
        }
    }

    private static boolean onlyViewed(RecordingRow before, RecordingRow after) {
        return before.texts().equals(after.texts())
                && before.isActive() == after.isActive()
                && samePlace(before, after);
    }

    private static boolean samePlace(RecordingRow one, RecordingRow other) {
        return one.dayNumber() == other.dayNumber() && Objects.equals(one.cohortId(), other.cohortId());
    }

    /// New recordings of days the viewer may open when they arrive.
    @PreAuthorize("isAuthenticated()")
    Flux<Recording> additions(Viewer viewer) {
        return added.stream().filter(recording -> {
            var now = recordings.snapshot().find(recording.recordingId());
            return now.filter(RecordingRow::isActive).isPresent()
                    && access.mayOpen(viewer, recording.dayNumber(), recording.cohortId());
        });
    }
}
