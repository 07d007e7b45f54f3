package training.powerbi.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.CourseDay;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.UnreachableException.Reason;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.UserProgress;
import training.powerbi.model.VideoPlatform;

class LiveCourseTest {
    private final List<Exception> failures = new ArrayList<>();

    private LiveCourse live(Desk desk) {
        return new LiveCourse(desk.portal, desk.state, desk.tasks, failures::add);
    }

    @Test
    void isFreshOnlyOnceSubscriptionsStandAndTheCourseWasReadAfterThem() {
        var desk = Desk.byHand();
        var live = live(desk);
        live.read();
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.LOADING);
        desk.tasks.stepAll();
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.STALE);
        assertThat(desk.state.days()).hasSize(12);

        live.stateChanged(new ConnectionState.Live());
        live.subscribed();
        desk.tasks.stepAll();
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.FRESH);
    }

    @Test
    void aLostConnectionMakesWhatIsShownStaleAndComingBackReadsAnew() {
        var desk = Desk.atOnce();
        var live = live(desk);
        live.stateChanged(new ConnectionState.Live());
        live.subscribed();
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.FRESH);

        live.stateChanged(new ConnectionState.Waiting(Duration.ofSeconds(2)));
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.STALE);

        desk.portal.put(Samples.withWords(desk.portal.day(4), "Changed while away", ""));
        live.stateChanged(new ConnectionState.Live());
        live.subscribed();
        assertThat(desk.day(4).day().title()).isEqualTo("Changed while away");
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.FRESH);
    }

    @Test
    void whatCannotBeReadIsToldAndTriedAgain() {
        var desk = Desk.atOnce();
        var live = live(desk);
        desk.portal.refuse(new UnreachableException(Reason.NO_ANSWER, "nobody there"));
        live.read();
        assertThat(failures).hasSize(1);
        assertThat(desk.state.freshness().get()).isEqualTo(Freshness.EMPTY);

        desk.tasks.advance(Duration.ofSeconds(6));
        assertThat(desk.state.days()).hasSize(12);
    }

    @Test
    void eventsAreAppliedAndOlderOnesAreNot() {
        var desk = Desk.atOnce();
        var live = live(desk);
        live.subscribed();
        var opened = Samples.open(desk.day(10).day(), true);
        live.dayChanged(opened);
        live.dayChanged(Samples.day(10));
        assertThat(desk.day(10).day()).isEqualTo(opened);
    }

    @Test
    void aThousandReportsAreShownAsTheLatestOfThemAndCountedOnce() {
        var desk = Desk.atOnce();
        var live = live(desk);
        live.subscribed();
        desk.portal.asked.clear();

        IntStream.range(0, 1_000).forEach(number -> live.progressUpdated(report(number)));
        desk.tasks.advance(Duration.ofSeconds(1));

        assertThat(desk.state.feed()).hasSize(200);
        assertThat(desk.state.feed().getFirst().revision()).isEqualTo(999);
        desk.tasks.advance(Duration.ofSeconds(3));
        assertThat(desk.portal.asked).containsExactly("course");
    }

    @Test
    void aThousandEventsAtOnceAreTwoUpdatesAndTheFirstDoesNotWait() {
        var desk = Desk.atOnce();
        var live = live(desk);
        live.subscribed();
        var updates = new ArrayList<CourseDay>();
        desk.day(10).dayProperty().addListener((property, before, now) -> updates.add(now));

        IntStream.range(0, 1_000)
                .forEach(number -> live.dayChanged(Samples.withWords(desk.portal.day(10), "Title " + number, "")));
        assertThat(updates).extracting(CourseDay::title).containsExactly("Title 0");
        desk.tasks.advance(Duration.ofSeconds(1));
        assertThat(updates).extracting(CourseDay::title).containsExactly("Title 0", "Title 999");

        live.dayChanged(Samples.open(desk.day(10).day(), true));
        assertThat(updates).hasSize(3);
    }

    @Test
    void recordingsThatNoDayTellsOfAreReadTogether() {
        var desk = Desk.atOnce();
        var live = live(desk);
        live.subscribed();
        desk.portal.asked.clear();

        IntStream.range(0, 50)
                .forEach(number -> live.recordingAdded(
                        Samples.recording("r" + number, 3, "Part " + number, VideoPlatform.YOUTUBE)));
        desk.tasks.advance(Duration.ofSeconds(5));

        assertThat(desk.portal.asked).containsExactly("course");
    }

    @Test
    void steadyProgressLetsASlowPortalBeReadToTheEnd() {
        var desk = Desk.byHand();
        var live = live(desk);
        live.subscribed();

        IntStream.range(0, 5).forEach(number -> {
            live.progressUpdated(report(number));
            desk.tasks.advance(Duration.ofSeconds(2));
        });
        desk.tasks.step();

        assertThat(desk.state.days()).hasSize(12);
    }

    private static UserProgress report(int number) {
        return new UserProgress("u" + number, 1, true, false, 40, Samples.MORNING, List.of(), number);
    }
}
