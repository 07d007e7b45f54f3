package training.powerbi.server.curriculum;

import graphql.execution.DataFetcherResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

@Controller
class CurriculumController {
    private final Curriculum curriculum;
    private final CurriculumEditor editor;
    private final DayHistory history;
    private final DayStream stream;
    private final CohortCourse cohorts;

    CurriculumController(
            Curriculum curriculum,
            CurriculumEditor editor,
            DayHistory history,
            DayStream stream,
            CohortCourse cohorts) {
        this.curriculum = curriculum;
        this.editor = editor;
        this.history = history;
        this.stream = stream;
        this.cohorts = cohorts;
    }

    @QueryMapping
    List<DayOutline> courseOutline() {
        return curriculum.outline();
    }

    @QueryMapping
    List<TrainingDay> trainingDays(Viewer viewer, @Argument @Nullable String cohortId) {
        return cohorts.days(viewer, cohortId);
    }

    @QueryMapping
    Optional<TrainingDay> trainingDay(Viewer viewer, @Argument int dayNumber, @Argument @Nullable String cohortId) {
        return cohorts.day(viewer, dayNumber, cohortId);
    }

    @QueryMapping
    List<TrainingDay> unlockedDays(Viewer viewer) {
        return curriculum.unlockedDays(viewer);
    }

    @QueryMapping
    DataFetcherResult<List<TrainingDay>> courseAs(
            Viewer viewer, @Argument String userId, @Argument @Nullable Instant at) {
        var course = curriculum.as(viewer, userId, at);
        return DataFetcherResult.<List<TrainingDay>>newResult()
                .data(course.days())
                .localContext(course.who())
                .build();
    }

    @SchemaMapping
    Optional<User> unlockedBy(TrainingDay day, Perspective who) {
        return curriculum.unlockedBy(who, day);
    }

    @MutationMapping
    TrainingDay unlockDay(
            Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument @Nullable String cohortId) {
        return editor.setUnlocked(viewer, attempt, orMain(cohortId), dayNumber, true);
    }

    @MutationMapping
    TrainingDay lockDay(Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument @Nullable String cohortId) {
        return editor.setUnlocked(viewer, attempt, orMain(cohortId), dayNumber, false);
    }

    @MutationMapping
    List<TrainingDay> unlockAllDays(Viewer viewer, Attempt attempt, @Argument @Nullable String cohortId) {
        return editor.unlockAll(viewer, attempt, orMain(cohortId));
    }

    @MutationMapping
    TrainingDay updateDay(Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument UpdateDayInput input) {
        return editor.update(viewer, attempt, dayNumber, input);
    }

    @MutationMapping
    TrainingDay restoreDay(Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument String actionId) {
        return history.restore(viewer, attempt, dayNumber, actionId);
    }

    @SubscriptionMapping
    Flux<TrainingDay> dayUnlocked(Viewer viewer) {
        return stream.unlocks(viewer);
    }

    @SubscriptionMapping
    Flux<DayChange> dayChanged(Viewer viewer) {
        return stream.changes(viewer);
    }

    private static String orMain(@Nullable String cohortId) {
        return Objects.requireNonNullElse(cohortId, Cohorts.MAIN);
    }
}
