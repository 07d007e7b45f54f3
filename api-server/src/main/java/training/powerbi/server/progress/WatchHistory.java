package training.powerbi.server.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;

/// Everything the portal knows about what someone watched, for that person to keep.
@Service
public class WatchHistory {
    private final DeltaTable<ProgressKey, UserProgressRow> progress;
    private final PlaybackFormat format;
    private final DayAccess access;

    WatchHistory(DeltaTable<ProgressKey, UserProgressRow> progress, PlaybackFormat format, DayAccess access) {
        this.progress = progress;
        this.format = format;
        this.access = access;
    }

    /// A day that was touched.
    ///
    /// @param recordings empty while the day is locked for the viewer
    public record WatchedDay(
            int dayNumber,
            boolean viewedPresentation,
            boolean viewedRecording,
            double completionPercentage,
            Instant lastAccessed,
            List<WatchedRecording> recordings) {}

    /// A recording that was played or marked as seen.
    ///
    /// @param positionSeconds where the person stopped; null when the recording was only marked as seen
    /// @param watched every stretch that was ever played
    public record WatchedRecording(
            String recordingId,
            @Nullable Integer positionSeconds,
            @Nullable Instant viewCountedAt,
            List<Stretch> watched) {}

    public record Stretch(int fromSeconds, int toSeconds) {}

    /// The days a person has touched, in order.
    ///
    /// @throws AccessDeniedException when a student asks for someone else's
    @PreAuthorize("isAuthenticated()")
    public List<WatchedDay> of(Viewer viewer, String userId) {
        return progress.snapshot().select(UserProgressRow.BY_USER, StudentProgress.owner(viewer, userId)).stream()
                .sorted(Comparator.comparingInt(UserProgressRow::dayNumber))
                .map(row -> day(row, access.mayOpen(viewer, row.dayNumber())))
                .toList();
    }

    private WatchedDay day(UserProgressRow row, boolean open) {
        return new WatchedDay(
                row.dayNumber(),
                row.viewedPresentation(),
                row.viewedRecording(),
                row.completionPercentage(),
                row.lastAccessed(),
                open ? recordings(format.read(row.playback())) : List.of());
    }

    private static List<WatchedRecording> recordings(Map<String, Playback> played) {
        return played.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> recording(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static WatchedRecording recording(String id, Playback playback) {
        var counted = playback.countedAt();
        return new WatchedRecording(
                id,
                playback.position(),
                counted == null ? null : Instant.ofEpochMilli(counted),
                playback.watched().parts().stream()
                        .map(part -> new Stretch(part.from(), part.to()))
                        .toList());
    }
}
