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
/// @param editVersion grows with each change of this day's own row
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
        long revision) {

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
                revision);
    }
}
