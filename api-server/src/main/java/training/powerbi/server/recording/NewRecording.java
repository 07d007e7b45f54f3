package training.powerbi.server.recording;

import training.powerbi.server.curriculum.TextRule;
import training.powerbi.server.recording.address.VideoAddress;

/// A recording as an admin typed it, not yet checked.
record NewRecording(String title, String videoUrl, String duration) {

    /// @throws training.powerbi.model.error.PortalException BAD_USER_INPUT naming the field
    RecordingTexts check() {
        return new RecordingTexts(
                TextRule.title().check(title), VideoAddress.parse(videoUrl), SpokenDuration.parse(duration));
    }
}
