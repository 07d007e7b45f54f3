package training.powerbi.server.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.UserProgress;
import training.powerbi.model.UserProgress.ResumePosition;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.store.Revisions;

/// Reads progress. Answers come from memory; a student gets the own only.
@Service
public class StudentProgress {
    private final DeltaTable<ProgressKey, UserProgressRow> progress;
    private final PlaybackFormat format;
    private final DayAccess access;
    private final Revisions revisions;

    StudentProgress(
            DeltaTable<ProgressKey, UserProgressRow> progress,
            PlaybackFormat format,
            DayAccess access,
            Revisions revisions) {
        this.progress = progress;
        this.format = format;
        this.access = access;
        this.revisions = revisions;
    }

    /// The days a person has touched, in order.
    ///
    /// @param userId null for the viewer's own
    /// @throws AccessDeniedException when a student asks for someone else's
    @PreAuthorize("isAuthenticated()")
    public List<UserProgress> of(Viewer viewer, @Nullable String userId) {
        var owner = owner(viewer, userId);
        var all = revisions.read(progress);
        return all.rows().select(UserProgressRow.BY_USER, owner).stream()
                .sorted(Comparator.comparingInt(UserProgressRow::dayNumber))
                .map(row -> show(viewer, row, all.revision()))
                .toList();
    }

    /// The progress with a day of the one whose course is shown; all zero when it was never touched.
    @PreAuthorize("isAuthenticated()")
    public UserProgress own(Perspective who, int dayNumber) {
        var all = revisions.read(progress);
        return all.rows()
                .find(new ProgressKey(who.userId(), dayNumber))
                .map(row -> show(who, row, all.revision()))
                .orElseGet(() ->
                        new UserProgress(who.userId(), dayNumber, false, false, 0, null, List.of(), all.revision()));
    }

    /// Everyone's progress, in no particular order.
    @PreAuthorize("hasRole('ADMIN')")
    public Stream<UserProgress> everyones(Viewer admin) {
        var all = revisions.read(progress);
        return all.rows().rows().map(row -> show(admin, row, all.revision()));
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
        return show(access.of(viewer), row, revision);
    }

    private UserProgress show(Perspective who, UserProgressRow row, long revision) {
        boolean open = access.mayOpen(who, row.dayNumber());
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

    /// What a commit of the table made of a row.
    UserProgress committed(Viewer viewer, UserProgressRow row, CommitResult<?> result) {
        return show(viewer, row, revisions.of(progress, result).revision());
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
