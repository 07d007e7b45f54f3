package training.powerbi.lakehouse.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Line line = new Line(Duration.ofSeconds(1), LONGEST, Clock.systemUTC());

    @Test
    void anOutageEndsWhenAllWhoMetItAreAnswered() {
        line.failed("tables", new IOException("paused"));
        line.failed("files", new IOException("paused"));

        line.answered("tables");
        assertThat(line.isAway()).isTrue();
        assertThat(line.reason()).contains("paused");

        line.answered("files");
        assertThat(line.isAway()).isFalse();
        assertThat(line.reason()).isNull();
    }

    @Test
    void pausesGrowAreUnlikeEachOtherAndHaveAnEnd() {
        var first = line.failed("tables", new IOException("paused"));
        assertThat(first).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));

        for (var times = 2; times < 100; times++) {
            assertThat(line.failed("tables", new IOException("paused"))).isLessThanOrEqualTo(LONGEST);
        }
        assertThat(line.failed("tables", new IOException("paused"))).isGreaterThanOrEqualTo(LONGEST.dividedBy(2));

        line.answered("tables");
        assertThat(line.failed("tables", new IOException("paused"))).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
