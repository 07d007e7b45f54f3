package training.powerbi.server.media.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.server.media.VideoNames;
import training.powerbi.server.recording.RecordingShelf;
import training.powerbi.server.recording.StoredVideo;
import training.powerbi.server.transfer.Retention;
import training.powerbi.server.transfer.Sweep;

/// Removes what nobody comes back for: uploads that were not finished in time, bytes that crashes left without a
/// recording, files of recordings deleted long ago. One sweep deletes a bounded number of files and leaves the rest to
/// the next.
@Component
class UploadJanitor implements Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadJanitor.class);
    static final int MOST_DELETIONS = 1_000;
    /// Bytes without a description are being written, or were left by a crash; an hour tells.
    private static final Duration NAMELESS = Duration.ofHours(1);

    private final BlobStore blobs;
    private final RecordingShelf shelf;
    private final OpenUploads open;
    private final Retention retention;
    private final Clock clock;

    UploadJanitor(BlobStore blobs, RecordingShelf shelf, OpenUploads open, Retention retention, Clock clock) {
        this.blobs = blobs;
        this.shelf = shelf;
        this.open = open;
        this.retention = retention;
        this.clock = clock;
    }

    /// Removes what is due.
    ///
    /// @return files deleted; at most one more than [#MOST_DELETIONS]
    @Override
    public int sweep() {
        int deleted = sweepUploads(MOST_DELETIONS);
        deleted += sweepVideos(MOST_DELETIONS - deleted);
        if (deleted > 0) {
            LOG.info("Removed {} files of unfinished uploads and deleted recordings", deleted);
        }
        return deleted;
    }

    private int sweepUploads(int most) {
        Map<String, List<Blob>> uploads =
                blobs.list(UploadSession.FOLDER).stream().collect(Collectors.groupingBy(UploadJanitor::uploadId));
        int deleted = 0;
        for (var upload : uploads.entrySet()) {
            if (deleted >= most) {
                break;
            }
            if (!open.isBusy(upload.getKey())) {
                deleted += sweepUpload(upload.getKey(), upload.getValue());
            }
        }
        return deleted;
    }

    /// The description outlives the bytes for as long again, to tell a late client what happened.
    private int sweepUpload(String id, List<Blob> files) {
        var now = clock.instant();
        var description = files.stream()
                .filter(file -> file.name().name().endsWith(UploadSession.DESCRIPTION))
                .findFirst();
        var begun = description.map(Blob::writtenAt);
        int deleted = 0;
        for (var file : files) {
            boolean described = file.name().name().endsWith(UploadSession.DESCRIPTION);
            var life = described ? retention.uploadLife().multipliedBy(2) : retention.uploadLife();
            var end = begun.map(at -> at.plus(life))
                    .orElseGet(() -> file.writtenAt().plus(NAMELESS));
            if (!end.isAfter(now) && blobs.delete(file.name())) {
                open.forget(id);
                deleted++;
            }
        }
        return deleted;
    }

    private int sweepVideos(int most) {
        Map<String, StoredVideo> known =
                shelf.all().collect(Collectors.toMap(StoredVideo::recordingId, Function.identity()));
        int deleted = 0;
        for (var file : blobs.list(VideoNames.FOLDER)) {
            if (deleted >= most) {
                break;
            }
            var video = known.get(VideoNames.recordingId(file.name()));
            boolean goes = video == null ? isOrphan(file) : isGone(video);
            if (goes && blobs.delete(file.name())) {
                deleted++;
            }
        }
        return deleted;
    }

    /// A client that comes back within the life of its upload still finds the bytes and makes a recording of them.
    private boolean isOrphan(Blob file) {
        return !file.writtenAt().plus(retention.uploadLife()).isAfter(clock.instant())
                && shelf.find(VideoNames.recordingId(file.name())).isEmpty();
    }

    private boolean isGone(StoredVideo video) {
        var deletedAt = video.deletedAt();
        return deletedAt != null
                && !deletedAt.plus(retention.grace()).isAfter(clock.instant())
                && shelf.purge(video.recordingId(), retention.grace());
    }

    private static String uploadId(Blob file) {
        var name = file.name().name();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
