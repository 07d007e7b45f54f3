package training.powerbi.server.media;

import java.util.Optional;
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

    /// The file of a recording of that media type; empty for a type or an id that the portal did not make.
    public static Optional<BlobName> of(String recordingId, String mediaType) {
        try {
            return Container.ofMediaType(mediaType).map(container -> of(recordingId, container));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// The recording that the file belongs to.
    public static String recordingId(BlobName video) {
        var name = video.name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
