package training.powerbi.lakehouse.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.files.Pace;

class GatheringTest {
    private static final int MOST = 100;

    private final HandTicker ticker = new HandTicker();
    private final List<String> gone = new ArrayList<>();
    /// A quarter of a second for each, up to two.
    private final Pace pace = gathered -> Duration.ofMillis(250).multipliedBy(Math.min(8, gathered));

    private final Gathering<String> gathering = new Gathering<>(pace, ticker, MOST, gone::add);

    @Test
    void aLoneOneLingersALittle() {
        gathering.add("a");
        ticker.pass(Duration.ofMillis(249));
        assertThat(gone).isEmpty();

        ticker.pass(Duration.ofMillis(1));
        assertThat(gone).containsExactly("a");
    }

    @Test
    void aClassLingersForTwoSecondsFromTheFirstOn() {
        for (var at = 0; at < 20; at++) {
            gathering.add("at " + at * 100);
            ticker.pass(Duration.ofMillis(99));
            assertThat(gone).as("at %d", at * 100 + 99).isEmpty();
            ticker.pass(Duration.ofMillis(1));
        }

        assertThat(gone).hasSize(20).startsWith("at 0", "at 100");
    }

    @Test
    void whoeverIsInAHurryTakesThemAlong() {
        gathering.add("a");
        gathering.add("b");

        gathering.release();

        assertThat(gone).containsExactly("a", "b");
        ticker.pass(Duration.ofHours(1));
        assertThat(gone).hasSize(2);
        gathering.add("c");
        ticker.pass(Duration.ofMillis(250));
        assertThat(gone).containsExactly("a", "b", "c");
    }

    @Test
    void aFullCommitWaitsForNobody() {
        for (var at = 0; at < MOST; at++) {
            assertThat(gone).isEmpty();
            gathering.add("one of many");
        }

        assertThat(gone).hasSize(MOST);
    }

    @Test
    void afterTheEndNobodyLingers() {
        gathering.add("a");
        gathering.close();
        gathering.add("b");

        assertThat(gone).containsExactly("a", "b");
    }

    @Test
    void whereCommitsCostNothingNobodyLingers() {
        new Gathering<String>(Pace.AT_ONCE, ticker, MOST, gone::add).add("a");

        assertThat(gone).containsExactly("a");
    }
}
