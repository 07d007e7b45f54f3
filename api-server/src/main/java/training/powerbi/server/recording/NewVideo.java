package training.powerbi.server.recording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.curriculum.TextRule;

/// An uploaded recording, about to become visible.
///
/// @param recordingId chosen when the upload began; the same upload never makes two recordings
public record NewVideo(
        String recordingId,
        int dayNumber,
        @Nullable String cohortId,
        String title,
        Duration duration,
        String adminId,
        VideoFile file) {

    /// A title that recordings may have.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field
    public static String title(String typed) {
        return TextRule.title().check(typed);
    }

    /// A length as people write it.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field
    public static Duration duration(String typed) {
        return SpokenDuration.parse(typed);
    }
}
