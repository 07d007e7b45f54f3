package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.access.DayLock;

/// A row of `training_content`.
///
/// @param editVersion null in rows that another program inserted
/// @param scheduledAt when the session takes place, if that is known
/// @param presentationName what people save the slides as, where those are one file that the portal keeps
@Value.Builder
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
        @Nullable String presentationName)
        implements WithTrainingContentRow {

    static final TableDefinition<Integer, TrainingContentRow> DEFINITION = TableDefinition.of(
                    "training_content", TrainingContentRow.class, TrainingContentRow::dayNumber)
            .countedInRevision()
            .stamped(TrainingContentRow::updatedAt);

    static TrainingContentRow planned(int dayNumber, String title, String description, Instant now) {
        return new TrainingContentRowBuilder()
                .dayNumber(dayNumber)
                .title(title)
                .description(description)
                .isUnlocked(false)
                .createdAt(now)
                .updatedAt(now)
                .editVersion(1)
                .build();
    }

    DayLock lock() {
        return new DayLock(dayNumber, isUnlocked);
    }

    int editVersionOrFirst() {
        return editVersion == null ? 1 : editVersion;
    }

    TrainingContentRow unlocked(String adminId, Instant now) {
        return edited(now).withIsUnlocked(true).withUnlockedAt(now).withUnlockedBy(adminId);
    }

    TrainingContentRow locked(Instant now) {
        return edited(now).withIsUnlocked(false).withUnlockedAt(null).withUnlockedBy(null);
    }

    /// The same day with the edited texts and addresses.
    TrainingContentRow edited(DayTexts texts, Instant now) {
        boolean sameSlides = Objects.equals(presentationUrl, texts.presentationUrl());
        return edited(now)
                .withTitle(texts.title())
                .withDescription(texts.description())
                .withPresentationUrl(texts.presentationUrl())
                .withPresentationName(sameSlides ? presentationName : null)
                .withResourcesUrl(texts.resourcesUrl());
    }

    /// The same day with other slides.
    TrainingContentRow presenting(@Nullable String address, @Nullable String fileName, Instant now) {
        return edited(now).withPresentationUrl(address).withPresentationName(fileName);
    }

    /// The same day with the slides the course comes with. That is no edit: each edit has an audit row.
    TrainingContentRow planned(String slides, Instant now) {
        return withPresentationUrl(slides).withPresentationName(null).withUpdatedAt(now);
    }

    /// The same day at another time, or at none.
    TrainingContentRow scheduled(@Nullable Instant at, Instant now) {
        return edited(now).withScheduledAt(at);
    }

    private TrainingContentRow edited(Instant now) {
        return withEditVersion(editVersionOrFirst() + 1).withUpdatedAt(now);
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
