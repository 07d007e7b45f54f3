package training.powerbi.client.upload;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.client.http.Backoff;
import training.powerbi.client.http.PortalHttp;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Uploads by tus over HTTP.
final class HttpRecordingUploader implements RecordingUploader {
    private static final int MOST_ATTEMPTS = 6;

    private final TusCalls calls;
    private final GraphQlHttp graphQl;
    private final Pause pause;

    HttpRecordingUploader(TusCalls calls, GraphQlHttp graphQl, Pause pause) {
        this.calls = calls;
        this.graphQl = graphQl;
        this.pause = pause;
    }

    @Override
    public DayRecording upload(Upload upload, Progress progress) throws InterruptedException {
        try {
            var backoff = new Backoff(RandomGenerator.getDefault());
            var sending = new TusUpload(calls, upload, progress, backoff, pause);
            while (true) {
                var id = sending.run();
                try {
                    return recording(upload, id);
                } catch (UnreachableException cut) {
                    progress.interrupted(String.valueOf(cut.getMessage()));
                    pause.await(backoff.next());
                }
            }
        } catch (CancellationException cancelled) {
            if (Thread.interrupted()) {
                var paused = new InterruptedException("The upload was paused");
                paused.initCause(cancelled);
                throw paused;
            }
            throw cancelled;
        }
    }

    /// A colleague may have removed it at once.
    private DayRecording recording(Upload upload, String recordingId) {
        var cohortId = Objects.requireNonNullElse(upload.cohortId(), Course.MAIN);
        var day = graphQl.ask("Day", Map.of("dayNumber", upload.dayNumber(), "cohortId", cohortId), CourseDay.class);
        return Stream.concat(day.recordings().stream(), day.removedRecordings().stream())
                .filter(recording -> recording.recordingId().equals(recordingId))
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ErrorCode.RECORDING_NOT_FOUND,
                        "The upload is complete, but its recording is gone; somebody may have deleted it."));
    }

    @Override
    public long kept(Upload upload) {
        var location = upload.location();
        return location == null || !calls.isOurs(location)
                ? 0
                : calls.look(location).map(TusCalls.Position::offset).orElse(0L);
    }

    @Override
    public void discard(Upload upload) {
        var location = upload.location();
        if (location == null || !calls.isOurs(location)) {
            return;
        }
        var backoff = new Backoff(RandomGenerator.getDefault());
        for (int attempt = 1; !isRemoved(location, attempt == MOST_ATTEMPTS); attempt++) {
            try {
                pause.await(backoff.next());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw PortalHttp.cancelled(interrupted);
            }
        }
    }

    /// The portal may still be busy with the piece that was on its way when the upload was paused.
    private boolean isRemoved(URI location, boolean last) {
        try {
            calls.remove(location);
            return true;
        } catch (PortalException refused) {
            if (last || refused.code() != ErrorCode.CONFLICTING_UPDATE) {
                throw refused;
            }
            return false;
        }
    }
}
