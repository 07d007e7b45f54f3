package training.powerbi.server.media.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.media.VideoNames;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.media.container.VideoInspector;
import training.powerbi.server.recording.RecordingShelf;
import training.powerbi.server.recording.StoredVideo;
import training.powerbi.server.transfer.Sweep;

/// Looks once at every video that was uploaded before fragments were counted to their end, and corrects the lengths
/// that were too short. A mark in the store says that it was done.
@Component
class LengthRepair implements Sweep {
    static final BlobName DONE = BlobName.of("repairs", "video-lengths-1");
    private static final Logger LOG = LoggerFactory.getLogger(LengthRepair.class);

    private final RecordingShelf shelf;
    private final BlobStore blobs;
    private boolean told;

    LengthRepair(RecordingShelf shelf, BlobStore blobs) {
        this.shelf = shelf;
        this.blobs = blobs;
    }

    /// Deletes nothing. While a file cannot be read, each sweep tries again.
    @Override
    public int sweep() {
        if (blobs.find(DONE).isPresent()) {
            return 0;
        }
        Exception failure = null;
        for (var video : shelf.all().filter(each -> !each.purged()).toList()) {
            try {
                repair(video);
            } catch (IOException | PortalException unreadable) {
                failure = unreadable;
            }
        }
        if (failure == null) {
            blobs.put(DONE, "done".getBytes(StandardCharsets.US_ASCII));
        } else if (!told) {
            told = true;
            LOG.warn("The lengths of some recordings could not be looked at; each sweep tries again", failure);
        }
        return 0;
    }

    private void repair(StoredVideo video) throws IOException {
        var file = Container.ofMediaType(video.file().mediaType())
                .flatMap(container -> blobs.find(VideoNames.of(video.recordingId(), container)));
        if (file.isPresent()) {
            length(video, file.get()).ifPresent(length -> {
                if (shelf.lengthen(video.recordingId(), length)) {
                    LOG.info("Recording {} is as long as its file says now: {}", video.recordingId(), length);
                }
            });
        }
    }

    private static Optional<Duration> length(StoredVideo video, Blob file) throws IOException {
        try (var channel = file.open()) {
            return VideoInspector.length(channel);
        } catch (PortalException damaged) {
            if (damaged.code() == ErrorCode.STORAGE_UNAVAILABLE) {
                throw damaged;
            }
            LOG.info("Recording {} keeps its length: {}", video.recordingId(), damaged.getMessage());
            return Optional.empty();
        }
    }
}
