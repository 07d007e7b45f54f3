package training.powerbi.server.media;

import training.powerbi.lakehouse.BlobName;
import training.powerbi.server.media.container.Container;

/// Where the bytes of recordings are kept.
public final class VideoNames {
    public static final String FOLDER = "videos";

    private VideoNames() {}

    /// The file of the recording.
    ///
    /// @throws IllegalArgumentException for an id that the portal did not make
    public static BlobName of(String recordingId, Container container) {
        return BlobName.of(FOLDER, recordingId + '.' + container.extension());
    }

    /// The recording that the file belongs to.
    public static String recordingId(BlobName video) {
        var name = video.name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
