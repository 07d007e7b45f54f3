package training.powerbi.server.recording;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import training.powerbi.model.TypedText;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.curriculum.TextRule;
import training.powerbi.server.recording.address.VideoAddress;

/// An edit of a recording; what is omitted stays as it is.
record UpdateRecordingInput(
        ArgumentValue<String> title,
        ArgumentValue<String> videoUrl,
        ArgumentValue<String> duration,
        @Nullable Integer expectedEditVersion) {

    /// @throws PortalException BAD_USER_INPUT naming the field
    RecordingTexts applyTo(RecordingTexts texts) {
        return new RecordingTexts(
                title.isOmitted() ? texts.title() : TextRule.title().check(title.value()),
                videoUrl.isOmitted()
                        ? texts.address()
                        : address(texts.address(), present("videoUrl", videoUrl.value())),
                duration.isOmitted() ? texts.duration() : SpokenDuration.parse(present("duration", duration.value())));
    }

    private static VideoAddress address(VideoAddress before, String typed) {
        // What is sent back as it came stays, whatever would be refused today.
        if (TypedText.of("videoUrl", typed).equals(before.videoUrl())) {
            return before;
        }
        if (before.platform() == VideoPlatform.UPLOAD) {
            throw PortalException.badInput(
                    "videoUrl", "An uploaded recording has no other address; remove it and add the link instead.");
        }
        return VideoAddress.parse(typed);
    }

    private static String present(String field, @Nullable String value) {
        if (value == null) {
            throw PortalException.badInput(field, "The " + field + " cannot be null; leave it out to keep it.");
        }
        return value;
    }
}
