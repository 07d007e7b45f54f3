package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.lakehouse.TableDefinition;

/// A row of `training_content`.
///
/// @param editVersion null in rows that another program inserted
/// @param scheduledAt when the session takes place, if that is known
/// @param presentationName what people save the slides as, where those are one file that the portal keeps
record TrainingContentRow(
        int dayNumber,
        String title,
        String description,
        boolean isUnlocked,
        @Nullable Instant unlockedAt,
        @Nullable String unlockedBy,
        @Nullable String presentationUrl,
        @Nullable String resourcesUrl,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Integer editVersion,
        @Nullable Instant scheduledAt,
        @Nullable String presentationName) {

    static final TableDefinition<Integer, TrainingContentRow> DEFINITION = TableDefinition.of(
                    "training_content", TrainingContentRow.class, TrainingContentRow::dayNumber)
            .countedInRevision();

    static TrainingContentRow planned(int dayNumber, String title, String description, Instant now) {
        return new TrainingContentRow(
                dayNumber, title, description, false, null, null, null, null, now, now, 1, null, null);
    }

    int editVersionOrFirst() {
        return editVersion == null ? 1 : editVersion;
    }

    TrainingContentRow unlocked(String adminId, Instant now) {
        return new TrainingContentRow(
                dayNumber,
                title,
                description,
                true,
                now,
                adminId,
                presentationUrl,
                resourcesUrl,
                createdAt,
                now,
                editVersionOrFirst() + 1,
                scheduledAt,
                presentationName);
    }

    TrainingContentRow locked(Instant now) {
        return new TrainingContentRow(
                dayNumber,
                title,
                description,
                false,
                null,
                null,
                presentationUrl,
                resourcesUrl,
                createdAt,
                now,
                editVersionOrFirst() + 1,
                scheduledAt,
                presentationName);
    }

    /// The same day with the edited texts and addresses.
    TrainingContentRow edited(DayTexts texts, Instant now) {
        return new TrainingContentRow(
                dayNumber,
                texts.title(),
                texts.description(),
                isUnlocked,
                unlockedAt,
                unlockedBy,
                texts.presentationUrl(),
                texts.resourcesUrl(),
                createdAt,
                now,
                editVersionOrFirst() + 1,
                scheduledAt,
                Objects.equals(presentationUrl, texts.presentationUrl()) ? presentationName : null);
    }

    /// The same day with other slides.
    TrainingContentRow presenting(@Nullable String address, @Nullable String fileName, Instant now) {
        return new TrainingContentRow(
                dayNumber,
                title,
                description,
                isUnlocked,
                unlockedAt,
                unlockedBy,
                address,
                resourcesUrl,
                createdAt,
                now,
                editVersionOrFirst() + 1,
                scheduledAt,
                fileName);
    }

    /// The same day with the slides the course comes with. That is no edit: each edit has an audit row.
    TrainingContentRow planned(String slides, Instant now) {
        return new TrainingContentRow(
                dayNumber,
                title,
                description,
                isUnlocked,
                unlockedAt,
                unlockedBy,
                slides,
                resourcesUrl,
                createdAt,
                now,
                editVersion,
                scheduledAt,
                null);
    }

    /// The same day at another time, or at none.
    TrainingContentRow scheduled(@Nullable Instant at, Instant now) {
        return new TrainingContentRow(
                dayNumber,
                title,
                description,
                isUnlocked,
                unlockedAt,
                unlockedBy,
                presentationUrl,
                resourcesUrl,
                createdAt,
                now,
                editVersionOrFirst() + 1,
                at,
                presentationName);
    }

    DayTexts texts() {
        return new DayTexts(title, description, presentationUrl, resourcesUrl);
    }

    boolean sameOutline(TrainingContentRow other) {
        return title.equals(other.title)
                && description.equals(other.description)
                && Objects.equals(scheduledAt, other.scheduledAt);
    }
}
