package training.powerbi.server.curriculum.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

@Controller
class CalendarController {
    private final DaySchedule schedule;
    private final SessionEditor sessions;
    private final CohortCopy copy;

    CalendarController(DaySchedule schedule, SessionEditor sessions, CohortCopy copy) {
        this.schedule = schedule;
        this.sessions = sessions;
        this.copy = copy;
    }

    @MutationMapping
    TrainingDay scheduleDay(
            Viewer viewer,
            Attempt attempt,
            @Argument int dayNumber,
            @Argument @Nullable String cohortId,
            @Argument @Nullable Instant scheduledAt,
            @Argument @Nullable Integer expectedEditVersion) {
        return schedule.schedule(viewer, attempt, orMain(cohortId), dayNumber, scheduledAt, expectedEditVersion);
    }

    @MutationMapping
    List<ScheduledDay> scheduleDays(Viewer viewer, Attempt attempt, @Arguments ScheduleDaysInput input) {
        return schedule.scheduleAll(viewer, attempt, input);
    }

    @MutationMapping
    TrainingDay openDayAt(
            Viewer viewer,
            Attempt attempt,
            @Argument int dayNumber,
            @Argument @Nullable String cohortId,
            @Argument @Nullable Instant opensAt) {
        return schedule.openAt(viewer, attempt, orMain(cohortId), dayNumber, opensAt);
    }

    @MutationMapping
    TrainingDay setSession(
            Viewer viewer,
            Attempt attempt,
            @Argument int dayNumber,
            @Argument @Nullable String cohortId,
            @Argument @Nullable String joinUrl,
            @Argument @Nullable Integer sessionMinutes) {
        return sessions.set(viewer, attempt, orMain(cohortId), dayNumber, joinUrl, sessionMinutes);
    }

    @MutationMapping
    CohortPlan copyCohort(Viewer viewer, Attempt attempt, @Arguments CopyCohortInput input) {
        return copy.copy(viewer, attempt, input);
    }

    private static String orMain(@Nullable String cohortId) {
        return Objects.requireNonNullElse(cohortId, Cohorts.MAIN);
    }
}
