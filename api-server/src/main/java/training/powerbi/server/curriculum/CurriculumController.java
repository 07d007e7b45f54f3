package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.account.Viewer;

@Controller
class CurriculumController {
    private final Curriculum curriculum;
    private final CurriculumEditor editor;
    private final DaySchedule schedule;
    private final DayStream stream;

    CurriculumController(Curriculum curriculum, CurriculumEditor editor, DaySchedule schedule, DayStream stream) {
        this.curriculum = curriculum;
        this.editor = editor;
        this.schedule = schedule;
        this.stream = stream;
    }

    @QueryMapping
    List<DayOutline> courseOutline() {
        return curriculum.outline();
    }

    @QueryMapping
    List<TrainingDay> trainingDays(Viewer viewer) {
        return curriculum.days(viewer);
    }

    @QueryMapping
    Optional<TrainingDay> trainingDay(Viewer viewer, @Argument int dayNumber) {
        return curriculum.day(viewer, dayNumber);
    }

    @QueryMapping
    List<TrainingDay> unlockedDays(Viewer viewer) {
        return curriculum.unlockedDays(viewer);
    }

    @SchemaMapping
    Optional<User> unlockedBy(TrainingDay day, Viewer viewer) {
        return curriculum.unlockedBy(viewer, day.dayNumber());
    }

    @MutationMapping
    TrainingDay unlockDay(
            Viewer viewer, @Argument int dayNumber, @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.setUnlocked(viewer, dayNumber, true, idempotencyKey);
    }

    @MutationMapping
    TrainingDay lockDay(
            Viewer viewer, @Argument int dayNumber, @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.setUnlocked(viewer, dayNumber, false, idempotencyKey);
    }

    @MutationMapping
    List<TrainingDay> unlockAllDays(Viewer viewer, @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.unlockAll(viewer, idempotencyKey);
    }

    @MutationMapping
    TrainingDay updateDay(
            Viewer viewer,
            @Argument int dayNumber,
            @Argument UpdateDayInput input,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.update(viewer, dayNumber, input, idempotencyKey);
    }

    @MutationMapping
    TrainingDay scheduleDay(
            Viewer viewer,
            @Argument int dayNumber,
            @Argument @Nullable Instant scheduledAt,
            @Argument @Nullable Integer expectedEditVersion,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return schedule.schedule(viewer, dayNumber, scheduledAt, expectedEditVersion, idempotencyKey);
    }

    @MutationMapping
    List<ScheduledDay> scheduleDays(
            Viewer viewer,
            @Arguments ScheduleDaysInput input,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return schedule.scheduleAll(viewer, input, idempotencyKey);
    }

    @SubscriptionMapping
    Flux<TrainingDay> dayUnlocked(Viewer viewer) {
        return stream.unlocks(viewer);
    }

    @SubscriptionMapping
    Flux<DayChange> dayChanged(Viewer viewer) {
        return stream.changes(viewer);
    }
}
