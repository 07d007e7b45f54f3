package training.powerbi.server.media.upload;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.Recording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.media.VideoNames;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.media.container.VideoFacts;
import training.powerbi.server.media.container.VideoInspector;
import training.powerbi.server.recording.NewVideo;
import training.powerbi.server.recording.RecordingShelf;
import training.powerbi.server.recording.VideoFile;

/// The last step of an upload: the bytes are looked at, get their final name, and one commit makes the recording
/// exist. May be repeated after a crash at any point; whatever was done before is found and not done again.
@Component
class Publication {
    private final BlobStore blobs;
    private final RecordingShelf shelf;
    private final Standing standing;
    private final Changes changes;

    Publication(BlobStore blobs, RecordingShelf shelf, Standing standing, Changes changes) {
        this.blobs = blobs;
        this.shelf = shelf;
        this.standing = standing;
        this.changes = changes;
    }

    /// @param admin who sent the last of the bytes; asked for again, as they took their time
    /// @param sha256 of all bytes; null: they are read for it
    /// @param attempt with the key of an upload in one request, sent again by who got no answer; without one the
    /// session tells which upload it is
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE or BAD_USER_INPUT when the file is no video to keep; whoever
    /// called removes it then. UNAUTHENTICATED or ACCESS_DENIED when the sender may not upload any more
    UploadedVideo publish(Viewer admin, UploadSession session, @Nullable MessageDigest sha256, Attempt attempt) {
        standing.requireAdmin(admin);
        var arrived = arrived(session, sha256);
        var blob = arrived.blob();
        var facts = arrived.facts();
        var sum = arrived.sha256();
        var duration = duration(facts, session);
        var action = action(attempt, session, sum);
        var id = attempt.key() == null ? session.recordingId() : action.newId("recording");
        var known = changes.made(action) ? shelf.published(id) : Optional.<Recording>empty();
        if (known.isPresent()) {
            return UploadedVideo.of(known.get(), facts.doubtful());
        }
        var place = VideoNames.of(id, facts.container());
        if (!blob.name().equals(place)) {
            move(blob.name(), place);
        }
        var file = new VideoFile(blob.size(), sum, facts.container().mediaType(), facts.width(), facts.height());
        var video = new NewVideo(
                id, session.dayNumber(), session.cohortId(), session.title(), duration, session.userId(), file);
        try {
            return UploadedVideo.of(shelf.publish(video, action), facts.doubtful());
        } catch (PortalException refused) {
            // Under its name it is nobody's upload any more.
            if (refused.code() == ErrorCode.ACCESS_DENIED) {
                blobs.delete(place);
            }
            throw refused;
        }
    }

    private record Arrived(Blob blob, VideoFacts facts, String sha256) {
        static Arrived of(Blob blob, @Nullable MessageDigest sha256) {
            var facts = inspect(blob);
            var digest = sha256 == null ? BlobSum.of(blob) : sha256;
            return new Arrived(blob, facts, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /// Another server may finish the upload at the same moment: then its bytes are at their final place, and here there
    /// are fewer and fewer.
    private Arrived arrived(UploadSession session, @Nullable MessageDigest sha256) {
        var own = whole(session);
        if (own.isEmpty()) {
            return Arrived.of(moved(session.recordingId()).orElseThrow(UploadSession::unknown), sha256);
        }
        try {
            return Arrived.of(own.get(), sha256);
        } catch (PortalException e) {
            if (whole(session).isPresent()) {
                throw e;
            }
            return Arrived.of(moved(session.recordingId()).orElseThrow(() -> e), null);
        }
    }

    private Optional<Blob> whole(UploadSession session) {
        return blobs.find(session.bytes()).filter(blob -> blob.size() == session.length());
    }

    private void move(BlobName from, BlobName to) {
        try {
            blobs.move(from, to);
        } catch (PortalException e) {
            if (e.code() != ErrorCode.NOT_FOUND || blobs.find(to).isEmpty()) {
                throw e;
            }
        }
    }

    private static Action action(Attempt attempt, UploadSession session, String sha256) {
        if (attempt.key() == null) {
            return Action.ofUpload(session.userId(), session.recordingId());
        }
        var type = ActionType.UPLOAD_RECORDING;
        int day = session.dayNumber();
        var title = session.title();
        var duration = session.duration();
        var cohort = session.cohortId();
        return cohort == null
                ? attempt.to(type, day, title, duration, sha256, "file")
                : attempt.to(type, day, title, duration, sha256, "file", cohort);
    }

    /// The bytes that got their final name before a crash.
    Optional<Blob> moved(String recordingId) {
        return Arrays.stream(Container.values())
                .flatMap(container -> blobs.find(VideoNames.of(recordingId, container)).stream())
                .findFirst();
    }

    /// Codecs of a finished upload that are played, though not by every browser; for a client that missed the answer.
    List<String> doubtful(String recordingId) {
        try {
            return moved(recordingId).map(blob -> inspect(blob).doubtful()).orElseGet(List::of);
        } catch (PortalException unreadable) {
            // The recording is there all the same.
            return List.of();
        }
    }

    private static VideoFacts inspect(Blob blob) {
        try (var channel = blob.open()) {
            return VideoInspector.inspect(channel);
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The store cannot be read at the moment. Try again later.", e);
        }
    }

    /// The file knows better than who sends it, if it says how long it is. Where that was only counted, as in what was
    /// written live, more may have been meant.
    private static Duration duration(VideoFacts facts, UploadSession session) {
        var typed = session.duration() == null ? null : NewVideo.duration(session.duration());
        var told = facts.duration().orElse(null);
        if (told != null && (typed == null || !facts.implied() || typed.compareTo(told) <= 0)) {
            return told;
        }
        if (typed == null) {
            throw PortalException.badInput(
                    "duration", "The video does not say how long it is; send its duration, such as 1h 30min.");
        }
        return typed;
    }
}
