package training.powerbi.server.recording;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Recording;
import training.powerbi.model.User;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.store.Revisions;

/// Reads recordings and counts their views. Answers come from memory; a student gets recordings of open days only.
@Service
public class RecordingCatalog {
    private static final Comparator<RecordingRow> NEWEST_FIRST = Comparator.comparing(RecordingRow::uploadedAt)
            .thenComparing(RecordingRow::recordingId)
            .reversed();

    private final DeltaTable<String, RecordingRow> recordings;
    private final DayAccess access;
    private final Accounts accounts;
    private final Revisions revisions;
    private final ViewCount views;

    RecordingCatalog(
            DeltaTable<String, RecordingRow> recordings,
            DayAccess access,
            Accounts accounts,
            Revisions revisions,
            ViewCount views) {
        this.recordings = recordings;
        this.access = access;
        this.accounts = accounts;
        this.revisions = revisions;
        this.views = views;
    }

    /// Active recordings of the day for a cohort, newest first: its own and everyone's; none while the day is closed.
    @PreAuthorize("isAuthenticated()")
    public List<Recording> ofDay(Perspective who, int dayNumber) {
        return access.mayOpen(who, dayNumber)
                ? newestFirst(dayNumber, row -> row.isActive() && row.isFor(who.cohortId()))
                : List.of();
    }

    /// Recordings of the day that were taken away and can be brought back, newest first; none for anyone but a trainer.
    @PreAuthorize("isAuthenticated()")
    public List<Recording> removedFrom(Perspective who, int dayNumber) {
        return who.isTrainer() ? newestFirst(dayNumber, row -> !row.isActive() && row.purgedAt() == null) : List.of();
    }

    private List<Recording> newestFirst(int dayNumber, Predicate<RecordingRow> which) {
        var all = revisions.read(recordings);
        return all.rows().select(RecordingRow.BY_DAY, dayNumber).stream()
                .filter(which)
                .sorted(NEWEST_FIRST)
                .map(row -> row.show(all.revision()))
                .toList();
    }

    /// An active recording, whoever asks; empty when it was removed or never existed.
    @PreAuthorize("isAuthenticated()")
    public Optional<Recording> find(String recordingId) {
        var all = revisions.read(recordings);
        return all.rows().find(recordingId).filter(RecordingRow::isActive).map(row -> row.show(all.revision()));
    }

    /// Whether the recording is there and its day open to the viewer, cohort by cohort.
    public boolean mayPlay(Viewer viewer, String recordingId) {
        return recordings
                .snapshot()
                .find(recordingId)
                .filter(RecordingRow::isActive)
                .filter(row -> access.mayOpen(viewer, row.dayNumber(), row.cohortId()))
                .isPresent();
    }

    /// Lengths of the day's active recordings in seconds, by recording id; for computing progress, which happens
    /// without anyone asking too.
    ///
    /// @param cohortId whose recordings count beside everyone's
    public Collection<Length> lengths(int dayNumber, String cohortId) {
        return activeOf(dayNumber)
                .filter(row -> row.isFor(cohortId))
                .map(row -> new Length(
                        row.recordingId(), Math.toIntExact(row.length().toSeconds())))
                .toList();
    }

    /// Calls the listener with each day of which an active recording came, went or changed its length; it must not
    /// block.
    public void onLengthsChange(IntConsumer listener) {
        recordings.onChange(change -> change.rows().stream()
                .filter(row -> !length(row.before()).equals(length(row.after())))
                .flatMapToInt(row -> Stream.of(Optional.ofNullable(row.before()), Optional.ofNullable(row.after()))
                        .flatMap(Optional::stream)
                        .mapToInt(RecordingRow::dayNumber))
                .distinct()
                .forEach(listener));
    }

    /// The day and the seconds that an active recording adds to it; empty for others.
    private static Optional<List<Long>> length(@Nullable RecordingRow row) {
        return Optional.ofNullable(row)
                .filter(RecordingRow::isActive)
                .map(active ->
                        List.of((long) active.dayNumber(), active.length().toSeconds()));
    }

    @PreAuthorize("hasRole('ADMIN')")
    public int activeCount(@Nullable String cohortId) {
        return (int) recordings
                .snapshot()
                .rows()
                .filter(row -> row.isActive() && (cohortId == null || row.isFor(cohortId)))
                .count();
    }

    /// Who added the recording; empty for anyone but a trainer.
    @PreAuthorize("isAuthenticated()")
    public Optional<User> uploadedBy(Perspective who, String recordingId) {
        if (!who.isTrainer()) {
            return Optional.empty();
        }
        return recordings
                .snapshot()
                .find(recordingId)
                .flatMap(row -> Optional.ofNullable(row.uploadedBy()))
                .flatMap(accounts::find);
    }

    /// Counts one view. The caller does not wait for it.
    @PreAuthorize("isAuthenticated()")
    public void countView(String recordingId) {
        views.add(recordingId);
    }

    private Stream<RecordingRow> activeOf(int dayNumber) {
        return recordings.snapshot().select(RecordingRow.BY_DAY, dayNumber).stream()
                .filter(RecordingRow::isActive);
    }

    /// Length of one recording.
    public record Length(String recordingId, int seconds) {}
}
