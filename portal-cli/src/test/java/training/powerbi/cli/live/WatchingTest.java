package training.powerbi.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PortalClient;

class WatchingTest {
    private final List<Happening> told = new ArrayList<>();
    private final List<CourseDay> days = new ArrayList<>(List.of(day(1, false, 1), day(2, false, 2)));
    private final Watching watching = new Watching(portal(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), told::add);

    @Test
    void whatHappenedWhileTheLineWasCutIsToldAfterwards() {
        watching.stateChanged(new ConnectionState.Live());
        watching.subscribed();
        watching.stateChanged(new ConnectionState.Waiting(Duration.ofSeconds(1)));
        watching.stateChanged(new ConnectionState.Waiting(Duration.ofSeconds(2)));
        days.set(0, day(1, true, 7));
        watching.stateChanged(new ConnectionState.Live());
        watching.subscribed();

        assertThat(told)
                .extracting(Happening::event)
                .containsExactly("connected", "disconnected", "connected", "dayUnlocked");
        assertThat(told.getLast().text()).isEqualTo("Day 1 is open: Day one");
    }

    @Test
    void anOlderEventAndOneToldBeforeAreNotTold() {
        watching.subscribed();
        watching.dayChanged(day(1, true, 5));
        watching.dayChanged(day(1, true, 5));
        watching.dayChanged(day(1, false, 3));
        watching.dayChanged(day(1, true, 6));
        watching.dayChanged(day(1, false, 9));

        assertThat(told)
                .extracting(Happening::event)
                .containsExactly("connected", "dayUnlocked", "dayChanged", "dayLocked");
    }

    @Test
    void anExceptionSaysWhomItConcernsAndIsNoChangeOfTheDay() {
        watching.subscribed();
        watching.studentChanged("u3", day(2, false, 9));
        watching.dayChanged(day(2, true, 8));

        assertThat(told).extracting(Happening::event).containsExactly("connected", "accessChanged", "dayUnlocked");
        assertThat(told.get(1).userId()).isEqualTo("u3");
        assertThat(told.get(1).text()).isEqualTo("Access to day 2 changed for student u3: Day two");
    }

    @Test
    void aRefusalEndsIt() throws InterruptedException {
        watching.stateChanged(new ConnectionState.Refused());

        assertThat(watching.await()).isTrue();
    }

    private PortalClient portal() {
        return (PortalClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PortalClient.class}, (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("course");
                    return new Course(days, List.of(), 0);
                });
    }

    private static CourseDay day(int number, boolean open, long revision) {
        return new CourseDay(
                number,
                number == 1 ? "Day one" : "Day two",
                "",
                open,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                1,
                revision,
                List.of(),
                List.of(),
                List.of(),
                Course.MAIN,
                null,
                120,
                null,
                1);
    }
}
