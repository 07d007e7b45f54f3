package training.powerbi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One day of the course as one person may see it. While locked for that person both addresses, the name of the
/// slides and the unlock time are null.
///
/// @param scheduledAt when the session takes place; null when that is not said yet
/// @param presentationName what people save the slides as, where those are one file that the portal keeps
/// @param revision grows with every change of the course; of two answers the one with the higher revision is
/// newer
/// @param editVersion grows with each change of the row in which the cohort keeps its day
/// @param cohortId whose lock and dates these are; null where a client did not ask for it, as the following are
/// @param opensAt when the clock opens the day; null when it does not, or did
/// @param sessionMinutes how long the session takes
/// @param joinUrl where the session takes place
/// @param contentEditVersion grows with each change of texts, slides and addresses, which all cohorts share
public record TrainingDay(
        int dayNumber,
        String title,
        String description,
        boolean isUnlocked,
        @Nullable Instant unlockedAt,
        @Nullable Instant scheduledAt,
        @Nullable String presentationUrl,
        @Nullable String presentationName,
        @Nullable String resourcesUrl,
        Instant createdAt,
        Instant updatedAt,
        int editVersion,
        long revision,
        @Nullable String cohortId,
        @Nullable Instant opensAt,
        @Nullable Integer sessionMinutes,
        @Nullable String joinUrl,
        @Nullable Integer contentEditVersion) {

    /// The same day with its slides at another address.
    public TrainingDay withPresentationUrl(@Nullable String address) {
        return new TrainingDay(
                dayNumber,
                title,
                description,
                isUnlocked,
                unlockedAt,
                scheduledAt,
                address,
                presentationName,
                resourcesUrl,
                createdAt,
                updatedAt,
                editVersion,
                revision,
                cohortId,
                opensAt,
                sessionMinutes,
                joinUrl,
                contentEditVersion);
    }
}
