package training.powerbi.server.media.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import training.powerbi.model.Recording;

/// The answer to an upload: the recording, and what is to be known of its file.
///
/// @param warnings empty when there are none
record UploadedVideo(@JsonUnwrapped Recording recording, List<Warning> warnings) {

    /// A codec that is played, though not by every browser.
    record Warning(String codec, String reason) {
        static Warning of(String codec) {
            return new Warning(
                    codec,
                    "Some devices, older ones of Apple among them, do not play " + codec
                            + "; for everyone, export it as MP4 with H.264 and AAC.");
        }
    }

    static UploadedVideo of(Recording recording, List<String> doubtful) {
        return new UploadedVideo(recording, doubtful.stream().map(Warning::of).toList());
    }
}
