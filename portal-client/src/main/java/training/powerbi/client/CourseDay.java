package training.powerbi.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Resource;

/// A day with all a trainer may see of it.
///
/// @param unlockedBy who opened it; null while it is locked or when the account is gone
/// @param scheduledAt when it is taught; null when that is open
/// @param presentationName what people save the slides as, where those are one file that the portal keeps
/// @param editVersion of the cohort's lock and dates, sent back with a new date, so that nobody's change is overwritten
/// unseen
/// @param revision of two answers the one with the higher revision is newer
/// @param recordings those students see, newest first
/// @param removedRecordings those that can be restored, newest first
/// @param cohortId whose lock, dates and recordings these are
/// @param opensAt when the clock opens it; null when it does not, or did
/// @param joinUrl where the session takes place; null when that is not said
/// @param contentEditVersion sent back with an edit of texts, slides and addresses, which all cohorts share
public record CourseDay(
        int dayNumber,
        String title,
        String description,
        boolean isUnlocked,
        @Nullable Instant unlockedAt,
        @Nullable Person unlockedBy,
        @Nullable Instant scheduledAt,
        @Nullable String presentationUrl,
        @Nullable String presentationName,
        @Nullable String resourcesUrl,
        Instant updatedAt,
        int editVersion,
        long revision,
        List<DayRecording> recordings,
        List<DayRecording> removedRecordings,
        List<Resource> resources,
        String cohortId,
        @Nullable Instant opensAt,
        int sessionMinutes,
        @Nullable String joinUrl,
        int contentEditVersion) {

    public CourseDay {
        recordings = List.copyOf(recordings);
        removedRecordings = List.copyOf(removedRecordings);
        resources = List.copyOf(resources);
    }
}
