package training.powerbi.server.media.playback;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.Recording;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Tickets;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.media.VideoNames;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.recording.RecordingShelf;
import training.powerbi.server.recording.StoredVideo;

/// Who may play which recording. To whom may not, there is no such recording: a locked day, a removed recording, a bad
/// ticket and an invented id all answer alike.
@Service
class VideoDelivery {
    private static final String SUBJECT = "video ";

    private final RecordingShelf shelf;
    private final DayAccess access;
    private final Standing standing;
    private final Tickets tickets;
    private final BlobStore blobs;

    VideoDelivery(RecordingShelf shelf, DayAccess access, Standing standing, Tickets tickets, BlobStore blobs) {
        this.shelf = shelf;
        this.access = access;
        this.standing = standing;
        this.tickets = tickets;
        this.blobs = blobs;
    }

    /// The address at which this viewer may play the recording for the next hours; null for recordings kept elsewhere
    /// and for those the viewer may not see.
    @PreAuthorize("isAuthenticated()")
    @Nullable
    String address(Viewer viewer, Recording recording) {
        if (recording.platform() != VideoPlatform.UPLOAD) {
            return null;
        }
        return visible(viewer, recording.recordingId())
                .flatMap(video -> Container.ofMediaType(video.file().mediaType()))
                .map(container -> "/api/v1/videos/" + recording.recordingId() + '/'
                        + tickets.issue(viewer, SUBJECT + recording.recordingId()) + '.' + container.extension())
                .orElse(null);
    }

    @PreAuthorize("isAuthenticated()")
    PlayableVideo open(Viewer viewer, String recordingId) {
        return playable(viewer, recordingId);
    }

    /// The ticket says who asks.
    @PreAuthorize("permitAll()")
    PlayableVideo open(String recordingId, String ticket, String extension) {
        var asking = tickets.read(ticket)
                .filter(read -> read.subject().equals(SUBJECT + recordingId))
                .orElseThrow(VideoDelivery::unknown)
                .viewer();
        var video = playable(asking, recordingId);
        if (!video.container().extension().equals(extension)) {
            throw unknown();
        }
        return video;
    }

    private PlayableVideo playable(Viewer viewer, String recordingId) {
        var video = now(viewer, recordingId).orElseThrow(VideoDelivery::unknown);
        var container = Container.ofMediaType(video.file().mediaType()).orElseThrow(VideoDelivery::unknown);
        var blob = blobs.find(VideoNames.of(recordingId, container)).orElseThrow(VideoDelivery::unknown);
        return new PlayableVideo(
                blob, video.file(), container, () -> now(viewer, recordingId).isPresent());
    }

    /// Whether the viewer may play it as things are at this moment.
    private Optional<StoredVideo> now(Viewer viewer, String recordingId) {
        return standing.now(viewer.userId(), viewer.sessionId()).flatMap(now -> visible(now, recordingId));
    }

    private Optional<StoredVideo> visible(Viewer viewer, String recordingId) {
        return shelf.find(recordingId)
                .filter(StoredVideo::active)
                .filter(video -> access.mayOpen(viewer, video.dayNumber(), video.cohortId()));
    }

    static PortalException unknown() {
        return new PortalException(ErrorCode.RECORDING_NOT_FOUND, "There is no such recording.");
    }
}
