package training.powerbi.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;

/// One run of the course is shown at a time, and nothing of another is mixed into it.
class CohortSwitchTest {
    private static final String SPRING = "c2";

    private final Desk desk = Desk.atOnce();
    private final LiveCourse live = new LiveCourse(desk.portal, desk.state, desk.tasks, desk.screen::problem);

    @BeforeEach
    void twoRuns() {
        desk.portal.add(Samples.cohort(SPRING, "Spring 2027"));
        live.stateChanged(new ConnectionState.Live());
        live.subscribed();
    }

    @Test
    void aCourseWithOneRunHasNothingToChooseFrom() {
        var one = Desk.atOnce().read();
        assertThat(one.state.several().get()).isFalse();
        assertThat(one.state.narrowedTo()).isNull();
        assertThat(one.state.zone(ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void theSwitchGovernsDaysZoneAndWhoIsCounted() {
        assertThat(desk.day(1).lock()).isEqualTo(LockState.UNLOCKED);
        assertThat(desk.state.narrowedTo()).isEqualTo(Course.MAIN);

        live.show(SPRING);

        assertThat(desk.day(1).lock()).isEqualTo(LockState.LOCKED);
        assertThat(desk.day(1).day().cohortId()).isEqualTo(SPRING);
        assertThat(desk.state.narrowedTo()).isEqualTo(SPRING);
        assertThat(desk.state.classSize().get()).isEqualTo(14);
        assertThat(desk.state.zone(ZoneOffset.UTC)).isEqualTo(ZoneId.of("Europe/Prague"));
    }

    @Test
    void nothingOfTheOtherRunIsShownWhileThePortalIsAway() {
        desk.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        live.show(SPRING);

        assertThat(desk.state.days()).isEmpty();
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.EMPTY);

        desk.tasks.advance(Duration.ofSeconds(6));
        assertThat(desk.day(1).day().cohortId()).isEqualTo(SPRING);
    }

    @Test
    void aChangeOfAnotherRunIsNotMixedIn() {
        live.show(SPRING);
        live.dayChanged(Samples.open(desk.portal.day(1), false));
        live.dayChanged(Samples.open(desk.portal.day(2, SPRING), true));
        desk.tasks.advance(Duration.ofMillis(200));

        assertThat(desk.day(1).day().cohortId()).isEqualTo(SPRING);
        assertThat(desk.day(2).lock()).isEqualTo(LockState.UNLOCKED);
        desk.state.hear(Samples.open(desk.portal.day(3), true));
        assertThat(desk.day(3).lock()).isEqualTo(LockState.LOCKED);
    }

    @Test
    void wordsThatAllRunsShareComeAlongThoughTheyAreToldAsMains() {
        live.show(SPRING);
        desk.portal.put(Samples.withWords(desk.portal.day(4, SPRING), "New words", ""));
        live.dayChanged(Samples.withWords(desk.portal.day(4), "New words", ""));
        desk.tasks.advance(Duration.ofSeconds(3));

        assertThat(desk.day(4).day().title()).isEqualTo("New words");
    }

    @Test
    void anArchivedRunGivesWayToMain() {
        live.show(SPRING);
        desk.portal.access.archiveCohort(SPRING);
        live.read();

        assertThat(desk.state.cohortId().get()).isEqualTo(Course.MAIN);
        assertThat(desk.state.cohort().map(Cohort::name)).contains("Autumn 2026");
    }

    @Test
    void aStudentsExceptionIsToldAndReadAnew() {
        live.studentChanged("u3", desk.portal.day(1));
        live.studentChanged("u3", desk.portal.day(1));
        assertThat(desk.state.studentChanges().get()).isEqualTo(1);
        desk.tasks.advance(Duration.ofSeconds(1));
        assertThat(desk.state.studentChanges().get()).isEqualTo(2);
    }
}
