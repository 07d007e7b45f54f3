package training.powerbi.server.curriculum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.lakehouse.TableDefinition;

/// A row of `training_content`.
///
/// @param editVersion null in rows that another program inserted
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
        @Nullable Integer editVersion) {

    static final TableDefinition<Integer, TrainingContentRow> DEFINITION = TableDefinition.of(
                    "training_content", TrainingContentRow.class, TrainingContentRow::dayNumber)
            .countedInRevision();

    static TrainingContentRow planned(int dayNumber, String title, String description, Instant now) {
        return new TrainingContentRow(dayNumber, title, description, false, null, null, null, null, now, now, 1);
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
                editVersionOrFirst() + 1);
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
                editVersionOrFirst() + 1);
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
                editVersionOrFirst() + 1);
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
                editVersion);
    }

    DayTexts texts() {
        return new DayTexts(title, description, presentationUrl, resourcesUrl);
    }

    boolean sameOutline(TrainingContentRow other) {
        return title.equals(other.title) && description.equals(other.description);
    }
}
