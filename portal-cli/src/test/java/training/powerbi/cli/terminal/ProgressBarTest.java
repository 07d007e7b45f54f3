package training.powerbi.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.testing.MovedClock;

class ProgressBarTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MovedClock clock = new MovedClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void fitsOnALineAndTellsWhatIsLeft() {
        var bar = bar(true, "ein-sehr-langer-name-".repeat(5) + ".mp4");
        bar.at(0);
        clock.move(Duration.ofSeconds(10));
        bar.at(50_000_000);

        assertThat(List.of(written().split("\r", -1)))
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThan(80))
                .last()
                .asString()
                .contains(" 25 %", "50.0 of 200.0 MB", "0:30 left", "[######------------------]");
    }

    @Test
    void isShownTenTimesASecondAtMost() {
        var bar = bar(true, "a.mp4");
        for (int bytes = 0; bytes < 1_000; bytes++) {
            bar.at(bytes);
        }
        assertThat(written().split("a.mp4", -1)).hasSize(2);
    }

    @Test
    void leavesNothingBehindAndNothingInAPipe() {
        var bar = bar(true, "a.mp4");
        bar.at(1);
        bar.end();
        assertThat(written()).endsWith("\r");

        err.reset();
        var piped = bar(false, "a.mp4");
        piped.at(1);
        piped.end();
        assertThat(written()).isEmpty();
    }

    private ProgressBar bar(boolean shown, String name) {
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(
                stream, stream, InputStream.nullInputStream(), new Terminal.Shape(shown, shown, 80, false), null);
        return new ProgressBar(terminal, clock, name, 200_000_000);
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
