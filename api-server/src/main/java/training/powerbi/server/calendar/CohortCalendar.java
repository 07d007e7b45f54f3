package training.powerbi.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.calendar.CalendarWriter.Session;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.curriculum.DayOutline;

/// A cohort's sessions as a calendar: what of a day everyone of the cohort may know before it opens, and nothing else.
@Service
class CohortCalendar {
    private final CalendarFeeds feeds;
    private final Cohorts cohorts;
    private final Curriculum curriculum;
    private final DayStates states;

    CohortCalendar(CalendarFeeds feeds, Cohorts cohorts, Curriculum curriculum, DayStates states) {
        this.feeds = feeds;
        this.cohorts = cohorts;
        this.curriculum = curriculum;
        this.states = states;
    }

    /// The file.
    ///
    /// @throws PortalException NOT_FOUND for a secret that opens nothing now, whatever the reason
    @PreAuthorize("permitAll()")
    public byte[] read(String secret) {
        var cohort = feeds.cohortOf(secret)
                .flatMap(cohorts::find)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "There is nothing at this address."));
        return CalendarWriter.write(cohort.name(), cohorts.zone(cohort), sessions(cohort.cohortId()));
    }

    private List<Session> sessions(String cohortId) {
        return curriculum.outline(cohortId).stream()
                .flatMap(day -> Stream.ofNullable(day.scheduledAt()).flatMap(_ -> session(day, cohortId).stream()))
                .toList();
    }

    private Optional<Session> session(DayOutline day, String cohortId) {
        return states.find(cohortId, day.dayNumber()).map(state -> session(day, state));
    }

    /// Title and description are the course's, which says by its own version that they changed.
    private Session session(DayOutline day, DayState state) {
        var course = state.cohortId().equals(Cohorts.MAIN)
                ? Optional.<DayState>empty()
                : states.find(Cohorts.MAIN, state.dayNumber());
        var start = Objects.requireNonNull(state.scheduledAt());
        var changedAt = Stream.of(Optional.of(state), course)
                .flatMap(Optional::stream)
                .flatMap(each -> Stream.ofNullable(each.updatedAt()))
                .max(Instant::compareTo);
        return new Session(
                "day-" + state.dayNumber() + '.' + state.cohortId() + "@powerbi.training",
                day.title(),
                day.description(),
                start,
                Duration.ofMinutes(state.minutes()),
                state.joinUrl(),
                state.editVersion() + course.map(DayState::editVersion).orElse(0),
                changedAt.orElse(start));
    }
}
