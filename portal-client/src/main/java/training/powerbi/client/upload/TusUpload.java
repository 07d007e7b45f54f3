package training.powerbi.client.upload;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.http.Backoff;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// One upload on its way, over as many cut lines as it takes. Where to go on is always asked of the portal, never
/// remembered, so it does not matter which answer was lost.
final class TusUpload {
    static final long PIECE = 16L * 1024 * 1024;
    /// What goes last, by itself: once it is there, the recording exists.
    private static final long LAST = 1024L * 1024;
    /// A portal that loses uploads again and again is not sent gigabytes for ever.
    private static final int MOST_BEGINNINGS = 3;

    private final TusCalls calls;
    private final RecordingUploader.Upload upload;
    private final RecordingUploader.Progress progress;
    private final Backoff backoff;
    private final Pause pause;
    private final SourceFile file;
    private @Nullable URI location;
    private @Nullable PortalException refusal;
    private int beginnings;

    TusUpload(
            TusCalls calls,
            RecordingUploader.Upload upload,
            RecordingUploader.Progress progress,
            Backoff backoff,
            Pause pause) {
        this.calls = calls;
        this.upload = upload;
        this.progress = progress;
        this.backoff = backoff;
        this.pause = pause;
        this.file = SourceFile.of(upload.file(), upload.sizeBytes());
        this.location = calls.isOurs(upload.location()) ? upload.location() : null;
    }

    /// Goes on until done; the answer is the id of the recording that the upload has become.
    String run() throws InterruptedException {
        while (true) {
            file.requireUnchanged();
            var wait = Duration.ZERO;
            try {
                var recordingId = attempt();
                if (recordingId != null) {
                    return recordingId;
                }
            } catch (UnreachableException cut) {
                if (location == null && cut.reason() != UnreachableException.Reason.NO_ANSWER) {
                    throw cut;
                }
                progress.interrupted(String.valueOf(cut.getMessage()));
                wait = backoff.next();
            } catch (PortalException refused) {
                wait = afterRefusal(refused);
            }
            pause.await(wait);
        }
    }

    /// Null when it has to begin anew.
    private @Nullable String attempt() {
        var target = location == null ? begin() : location;
        var found = calls.look(target);
        if (found.isEmpty()) {
            startOver();
            return null;
        }
        var position = found.get();
        progress.advanced(position.offset());
        if (position.recordingId() == null) {
            position = sendFrom(target, position);
        }
        if (position.recordingId() == null) {
            throw new PortalException(ErrorCode.CONFLICTING_UPDATE, "The portal is still checking what was sent.");
        }
        if (!position.doubtful().isEmpty()) {
            progress.warned(position.doubtful());
        }
        return position.recordingId();
    }

    private URI begin() {
        var target = calls.create(upload, file);
        location = target;
        progress.begun(target);
        return target;
    }

    private TusCalls.Position sendFrom(URI target, TusCalls.Position start) {
        var position = start;
        try (var channel = file.open()) {
            while (position.recordingId() == null && position.offset() < upload.sizeBytes()) {
                file.requireUnchanged();
                position = send(target, channel, position.offset());
                refusal = null;
                backoff.reset();
                progress.advanced(position.offset());
            }
        } catch (IOException notClosed) {
            throw SourceFile.unreadable(upload.file(), notClosed);
        }
        return position;
    }

    /// The last bytes are in hand before the file is looked at once more: what was sent is all of one version of it.
    private TusCalls.Position send(URI target, FileChannel channel, long offset) throws IOException {
        long left = upload.sizeBytes() - offset;
        if (left > LAST) {
            long length = Math.min(PIECE, left - LAST);
            return calls.append(target, channel, offset, length, sent -> progress.sent(offset + sent));
        }
        var bytes = new PieceStream(channel, offset, left).readAllBytes();
        file.requireUnchanged();
        return calls.appendChecked(target, offset, bytes);
    }

    /// How long to wait before another attempt.
    private Duration afterRefusal(PortalException refused) {
        var code = refused.code();
        if (code == ErrorCode.UPLOAD_EXPIRED || code == ErrorCode.NOT_FOUND) {
            startOver();
            return Duration.ZERO;
        }
        // Also what the portal says of a request that was cut on its way to it; the next look tells which it was.
        boolean maybeCut = code == ErrorCode.CHECKSUM_MISMATCH
                || (code == ErrorCode.BAD_USER_INPUT && refused.field().isEmpty() && location != null);
        if (maybeCut && refusal == null) {
            refusal = refused;
        } else if (!code.retryable() && code != ErrorCode.UPLOAD_OFFSET_MISMATCH) {
            throw refused;
        }
        progress.interrupted(refused.sentence());
        var wait = backoff.next();
        var asked = refused.retryAfterSeconds().map(TusUpload::seconds).orElse(Duration.ZERO);
        return asked.compareTo(wait) > 0 ? asked : wait;
    }

    private void startOver() {
        if (refusal != null) {
            throw refusal;
        }
        if (++beginnings >= MOST_BEGINNINGS) {
            throw new PortalException(
                    ErrorCode.UPLOAD_EXPIRED, "The portal lost this upload several times. Tell its operator.");
        }
        location = null;
        progress.advanced(0);
    }

    private static Duration seconds(String text) {
        return text.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }
}
