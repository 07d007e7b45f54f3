package training.powerbi.server.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Recording;
import training.powerbi.model.Role;
import training.powerbi.model.UserProgress;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.limit.Allowance;
import training.powerbi.server.limit.Limits;
import training.powerbi.server.progress.Intervals.Interval;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.recording.RecordingCatalog;
import training.powerbi.server.recording.RecordingCatalog.Length;

/// Records what people play. Reports are merged, so a repeated or late one does no harm. Returns once the report
/// is durable.
@Service
@PreAuthorize("isAuthenticated()")
class ProgressLedger {
    private final DeltaTable<ProgressKey, UserProgressRow> progress;
    private final StudentProgress progressOf;
    private final PlaybackFormat format;
    private final DayAccess access;
    private final RecordingCatalog catalog;
    private final Allowance reports;
    private final Clock clock;

    ProgressLedger(
            DeltaTable<ProgressKey, UserProgressRow> progress,
            StudentProgress progressOf,
            PlaybackFormat format,
            DayAccess access,
            RecordingCatalog catalog,
            Limits limits,
            Clock clock) {
        this.progress = progress;
        this.progressOf = progressOf;
        this.format = format;
        this.access = access;
        this.catalog = catalog;
        this.reports = new Allowance(limits.playbackPerMinute(), Duration.ofMinutes(1), clock);
        this.clock = clock;
    }

    private record Recorded(UserProgressRow row, boolean newView) {}

    UserProgress record(Viewer viewer, PlaybackInput input) {
        reports.take(viewer.userId(), "Your player reports too often");
        var recording = catalog.find(input.recordingId()).orElseThrow(ProgressLedger::noSuchRecording);
        access.require(viewer, recording.dayNumber());
        if (!access.mayOpen(viewer, recording.dayNumber(), recording.cohortId())) {
            throw noSuchRecording();
        }
        var cohort = access.cohortOf(viewer.userId());
        var report = new Report(
                recording,
                input.check(),
                Math.min(input.positionSeconds(), recording.durationSeconds()),
                input.atMillis(clock.instant()),
                viewer.role() == Role.STUDENT);
        var key = new ProgressKey(viewer.userId(), recording.dayNumber());
        var at = clock.instant();
        var recorded = progress.updatePaced(rows -> {
            var before = rows.find(key).orElseGet(() -> UserProgressRow.untouched(key, at));
            var merged = merge(before, report, catalog.lengths(recording.dayNumber(), cohort), at);
            return new Verdict<>(List.of(merged.row()), List.of(), List.of(), merged);
        });
        if (recorded.answer().newView()) {
            catalog.countView(recording.recordingId());
        }
        return progressOf.committed(viewer, recorded.answer().row(), recorded);
    }

    private Recorded merge(UserProgressRow before, Report report, Collection<Length> lengths, Instant now) {
        var id = report.recording().recordingId();
        var played = new LinkedHashMap<>(format.read(before.playback()));
        var earlier = played.getOrDefault(id, Playback.NOTHING);
        var later = report.addedTo(earlier, now);
        played.put(id, later);
        boolean presentation = before.viewedPresentation();
        var row = before.seen(presentation, format.write(played), Completion.of(presentation, played, lengths), now);
        return new Recorded(row, !Objects.equals(earlier.countedAt(), later.countedAt()));
    }

    /// A player's report, checked and cut to the recording's length.
    private record Report(Recording recording, List<Interval> watched, int position, long at, boolean countsAsView) {

        Playback addedTo(Playback earlier, Instant now) {
            int length = recording.durationSeconds();
            var later = earlier.watched(watched, length).at(position, at);
            return countsAsView ? later.viewed(watched, position == length, length, now.toEpochMilli()) : later;
        }
    }

    private static PortalException noSuchRecording() {
        return new PortalException(
                ErrorCode.RECORDING_NOT_FOUND, "There is no such recording; it may have been removed.");
    }
}
