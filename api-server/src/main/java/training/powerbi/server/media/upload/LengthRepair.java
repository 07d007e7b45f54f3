package training.powerbi.server.media.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.BlobName;
import training.powerbi.server.lakehouse.BlobStore;
import training.powerbi.server.media.Sweep;
import training.powerbi.server.media.VideoNames;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.media.container.VideoFacts;
import training.powerbi.server.media.container.VideoInspector;
import training.powerbi.server.recording.RecordingShelf;
import training.powerbi.server.recording.StoredVideo;

/// Looks once at every video that was uploaded before fragments were counted to their end, and corrects the lengths
/// that
/// were too short. A mark in the store says that it was done.
@Component
class LengthRepair implements Sweep {
    static final BlobName DONE = BlobName.of("repairs", "video-lengths-1");
    private static final Logger LOG = LoggerFactory.getLogger(LengthRepair.class);

    private final RecordingShelf shelf;
    private final BlobStore blobs;

    LengthRepair(RecordingShelf shelf, BlobStore blobs) {
        this.shelf = shelf;
        this.blobs = blobs;
    }

    /// Deletes nothing. What fails is tried again by the next sweep.
    @Override
    public int sweep() {
        if (blobs.find(DONE).isEmpty()) {
            shelf.all().filter(video -> !video.purged()).toList().forEach(this::repair);
            blobs.put(DONE, "done".getBytes(StandardCharsets.US_ASCII));
        }
        return 0;
    }

    private void repair(StoredVideo video) {
        facts(video).flatMap(VideoFacts::duration).ifPresent(told -> {
            if (shelf.lengthen(video.recordingId(), told)) {
                LOG.info("Recording {} is as long as its file says now: {}", video.recordingId(), told);
            }
        });
    }

    private Optional<VideoFacts> facts(StoredVideo video) {
        return Container.ofMediaType(video.file().mediaType())
                .flatMap(container -> blobs.find(VideoNames.of(video.recordingId(), container)))
                .flatMap(blob -> {
                    try (var channel = blob.open()) {
                        return Optional.of(VideoInspector.inspect(channel));
                    } catch (IOException | PortalException unreadable) {
                        LOG.warn(
                                "The length of recording {} could not be looked at: {}",
                                video.recordingId(),
                                unreadable.getMessage());
                        return Optional.empty();
                    }
                });
    }
}
