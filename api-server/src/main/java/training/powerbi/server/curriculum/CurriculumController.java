package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

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
    TrainingDay unlockDay(Viewer viewer, Attempt attempt, @Argument int dayNumber) {
        return editor.setUnlocked(viewer, attempt, dayNumber, true);
    }

    @MutationMapping
    TrainingDay lockDay(Viewer viewer, Attempt attempt, @Argument int dayNumber) {
        return editor.setUnlocked(viewer, attempt, dayNumber, false);
    }

    @MutationMapping
    List<TrainingDay> unlockAllDays(Viewer viewer, Attempt attempt) {
        return editor.unlockAll(viewer, attempt);
    }

    @MutationMapping
    TrainingDay updateDay(Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument UpdateDayInput input) {
        return editor.update(viewer, attempt, dayNumber, input);
    }

    @MutationMapping
    TrainingDay scheduleDay(
            Viewer viewer,
            Attempt attempt,
            @Argument int dayNumber,
            @Argument @Nullable Instant scheduledAt,
            @Argument @Nullable Integer expectedEditVersion) {
        return schedule.schedule(viewer, attempt, dayNumber, scheduledAt, expectedEditVersion);
    }

    @MutationMapping
    List<ScheduledDay> scheduleDays(Viewer viewer, Attempt attempt, @Arguments ScheduleDaysInput input) {
        return schedule.scheduleAll(viewer, attempt, input);
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
