package training.powerbi.server.media.playback;

import java.util.function.BooleanSupplier;
import training.powerbi.lakehouse.Blob;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.recording.VideoFile;
import training.powerbi.server.transfer.ServedFile;

/// A video that someone may play.
///
/// @param allowed whether they still may, asked again while bytes go out
record PlayableVideo(Blob blob, VideoFile file, Container container, BooleanSupplier allowed) {

    /// Its tag is a strong one: the bytes of a recording never change.
    ServedFile served() {
        return ServedFile.played(blob, container.mediaType(), '"' + file.sha256() + '"', allowed);
    }
}
