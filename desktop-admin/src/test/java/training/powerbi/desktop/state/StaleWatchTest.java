package training.powerbi.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.UnreachableException.Reason;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.StepExecutor;

class StaleWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final StepExecutor tasks = StepExecutor.atOnce();
    private final PortalState state = new PortalState();
    private final StaleWatch watch = new StaleWatch(this::asked, state, tasks);
    private @Nullable Instant since;
    private boolean silent;
    private int times;

    private PortalConfig asked() {
        times++;
        if (silent) {
            throw new UnreachableException(Reason.NO_ANSWER, "away");
        }
        return Desk.config("Course", since);
    }

    @Test
    void aPauseIsToldWithinHalfAMinuteAndSoIsItsEnd() {
        watch.ask();
        assertThat(state.staleSince().get()).isEmpty();

        since = NOON;
        tasks.advance(EVERY);
        assertThat(state.staleSince().get()).contains(NOON);

        since = null;
        tasks.advance(EVERY);
        assertThat(state.staleSince().get()).isEmpty();
    }

    @Test
    void aPortalThatDoesNotAnswerIsAskedAgain() {
        since = NOON;
        watch.ask();
        silent = true;
        tasks.advance(EVERY.multipliedBy(3));

        assertThat(times).isEqualTo(4);
        assertThat(state.staleSince().get()).contains(NOON);
    }

    @Test
    void nothingIsAskedOnceItIsClosed() {
        watch.ask();
        watch.ask();
        tasks.advance(EVERY);
        assertThat(times).isEqualTo(3);

        watch.close();
        tasks.advance(EVERY.multipliedBy(3));
        assertThat(times).isEqualTo(3);
    }
}
