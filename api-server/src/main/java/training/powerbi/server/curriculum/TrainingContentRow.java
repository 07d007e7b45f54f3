package training.powerbi.server.curriculum;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStateBuilder;

/// A row of `training_content`.
///
/// @param editVersion null in rows that another program inserted
/// @param scheduledAt when the session takes place, if that is known
/// @param presentationName what people save the slides as, where those are one file that the portal keeps
/// @param opensAt when the clock opens the day; null when it does not, or did
/// @param sessionMinutes null for the usual length
/// @param joinUrl where the session takes place
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
        @Nullable String presentationName,
        @Nullable Instant opensAt,
        @Nullable Integer sessionMinutes,
        @Nullable String joinUrl)
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

    /// What cohort `main` keeps of the day.
    DayState state() {
        return new DayStateBuilder()
                .cohortId(Cohorts.MAIN)
                .dayNumber(dayNumber)
                .isUnlocked(isUnlocked)
                .unlockedAt(unlockedAt)
                .unlockedBy(unlockedBy)
                .scheduledAt(scheduledAt)
                .opensAt(opensAt)
                .sessionMinutes(sessionMinutes)
                .joinUrl(joinUrl)
                .editVersion(editVersionOrFirst())
                .updatedAt(updatedAt)
                .build();
    }

    /// The same day as the cohort now has it.
    TrainingContentRow with(DayState state, Instant now) {
        return withIsUnlocked(state.isUnlocked())
                .withUnlockedAt(state.unlockedAt())
                .withUnlockedBy(state.unlockedBy())
                .withScheduledAt(state.scheduledAt())
                .withOpensAt(state.opensAt())
                .withSessionMinutes(state.sessionMinutes())
                .withJoinUrl(state.joinUrl())
                .withEditVersion(state.editVersion())
                .withUpdatedAt(now);
    }

    int editVersionOrFirst() {
        return editVersion == null ? 1 : editVersion;
    }

    /// The same day with the edited texts and addresses.
    TrainingContentRow edited(DayTexts texts, Instant now) {
        return edited(now)
                .withTitle(texts.title())
                .withDescription(texts.description())
                .withPresentationUrl(texts.presentationUrl())
                .withPresentationName(texts.presentationName())
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

    private TrainingContentRow edited(Instant now) {
        return withEditVersion(editVersionOrFirst() + 1).withUpdatedAt(now);
    }

    DayTexts texts() {
        return new DayTexts(title, description, presentationUrl, presentationName, resourcesUrl);
    }

    /// Whether the texts that everyone may see are the same.
    boolean sameOutline(TrainingContentRow other) {
        return title.equals(other.title) && description.equals(other.description);
    }

    /// Whether all that the cohorts share is the same.
    boolean sameContent(TrainingContentRow other) {
        return texts().equals(other.texts());
    }
}
