package training.powerbi.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.Course;
import training.powerbi.desktop.testing.Samples;

class PortalStateTest {
    private final PortalState state = new PortalState();

    @Test
    void anOlderAnswerNeverReplacesANewerOne() {
        state.hear(Samples.course());
        var newer = Samples.withWords(Samples.day(3), "Newer", "words");
        state.hear(newer);

        state.hear(Samples.day(3));
        state.hear(Samples.course());

        assertThat(state.day(3).orElseThrow().day()).isEqualTo(newer);
    }

    @Test
    void aDayOnScreenStaysTheSameObjectOverReadingAnew() {
        state.hear(Samples.course());
        var shown = state.day(5).orElseThrow();

        state.hear(Samples.fullCourse());

        assertThat(state.day(5)).containsSame(shown);
        assertThat(shown.day().recordings()).hasSize(3);
        assertThat(shown.progress()).isEqualTo(new Course.DayProgress(5, 11, 2));
    }

    @Test
    void listenersOnTheListsAreNotDropped() {
        assertThat(state.days()).isSameAs(state.days());
        assertThat(state.feed()).isSameAs(state.feed());
    }

    @Test
    void aDayThatIsUnknownIsLeftOut() {
        state.hear(new Course(List.of(Samples.day(1)), List.of(), 0));
        state.hear(Samples.day(2));
        assertThat(state.days()).hasSize(1);
    }

    @Test
    void aPendingLockWaitsForTheAnswerItAskedFor() {
        state.hear(Samples.course());
        var day = state.day(9).orElseThrow();
        assertThat(day.begin(true)).isTrue();
        assertThat(day.begin(true)).isFalse();

        state.hear(Samples.withWords(Samples.day(9), "Edited meanwhile", ""));
        assertThat(day.lock()).isEqualTo(LockState.UNLOCKING);

        state.hear(Samples.open(day.day(), true));
        assertThat(day.lock()).isEqualTo(LockState.UNLOCKED);
    }
}
