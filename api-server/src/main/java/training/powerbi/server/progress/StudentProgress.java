package training.powerbi.server.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.model.UserProgress;
import training.powerbi.model.UserProgress.ResumePosition;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;

/// Reads progress. Answers come from memory; a student gets the own only.
@Service
public class StudentProgress {
    private final DeltaTable<ProgressKey, UserProgressRow> progress;
    private final PlaybackFormat format;
    private final DayAccess access;
    private final Lakehouse lakehouse;

    StudentProgress(
            DeltaTable<ProgressKey, UserProgressRow> progress,
            PlaybackFormat format,
            DayAccess access,
            Lakehouse lakehouse) {
        this.progress = progress;
        this.format = format;
        this.access = access;
        this.lakehouse = lakehouse;
    }

    /// The days a person has touched, in order.
    ///
    /// @param userId null for the viewer's own
    /// @throws AccessDeniedException when a student asks for someone else's
    @PreAuthorize("isAuthenticated()")
    public List<UserProgress> of(Viewer viewer, @Nullable String userId) {
        var owner = owner(viewer, userId);
        long revision = lakehouse.revision();
        return progress.snapshot().select(UserProgressRow.BY_USER, owner).stream()
                .sorted(Comparator.comparingInt(UserProgressRow::dayNumber))
                .map(row -> show(viewer, row, revision))
                .toList();
    }

    /// The viewer's own progress with a day; all zero when it was never touched.
    @PreAuthorize("isAuthenticated()")
    public UserProgress own(Viewer viewer, int dayNumber) {
        long revision = lakehouse.revision();
        return progress.snapshot()
                .find(new ProgressKey(viewer.userId(), dayNumber))
                .map(row -> show(viewer, row, revision))
                .orElseGet(
                        () -> new UserProgress(viewer.userId(), dayNumber, false, false, 0, null, List.of(), revision));
    }

    /// Everyone's progress, in no particular order.
    @PreAuthorize("hasRole('ADMIN')")
    public Stream<UserProgress> everyones(Viewer admin) {
        long revision = lakehouse.revision();
        return progress.snapshot().rows().map(row -> show(admin, row, revision));
    }

    /// Everyone's percentages, in no particular order.
    @PreAuthorize("hasRole('ADMIN')")
    public Stream<DayCompletion> completions() {
        return progress.snapshot()
                .rows()
                .map(row -> new DayCompletion(row.userId(), row.dayNumber(), row.completionPercentage()));
    }

    /// How complete one day is for one person, 0 to 100.
    public record DayCompletion(String userId, int dayNumber, double percentage) {}

    /// Whose progress is meant; the rule is here so that reading and writing share it.
    static String owner(Viewer viewer, @Nullable String userId) {
        if (userId == null || userId.equals(viewer.userId())) {
            return viewer.userId();
        }
        if (!viewer.isAdmin()) {
            throw new AccessDeniedException("progress of someone else");
        }
        return userId;
    }

    /// The row as the viewer may see it: while a day is locked, where someone stopped in its recordings is part
    /// of what the lock hides.
    UserProgress show(Viewer viewer, UserProgressRow row, long revision) {
        boolean open = access.mayOpen(viewer, row.dayNumber());
        return new UserProgress(
                row.userId(),
                row.dayNumber(),
                row.viewedPresentation(),
                row.viewedRecording(),
                row.completionPercentage(),
                row.lastAccessed(),
                open ? resumePositions(format.read(row.playback())) : List.of(),
                revision);
    }

    /// What the commit of this table's `version` made of a row.
    UserProgress committed(Viewer viewer, UserProgressRow row, long version) {
        return show(viewer, row, lakehouse.revisionAt(progress.name(), version));
    }

    private static List<ResumePosition> resumePositions(Map<String, Playback> played) {
        var latestFirst = Comparator.comparingLong(
                        (Map.Entry<String, Playback> entry) -> entry.getValue().positionAt())
                .reversed();
        return played.entrySet().stream()
                .sorted(latestFirst)
                .flatMap(entry -> Stream.ofNullable(entry.getValue().position())
                        .map(position -> new ResumePosition(entry.getKey(), position)))
                .toList();
    }
}
