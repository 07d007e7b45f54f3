package training.powerbi.desktop.ui.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpeedMeterTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final SpeedMeter meter = new SpeedMeter();

    @Test
    void knowsNothingFromOneReport() {
        meter.hear(START, 1000);

        assertThat(meter.perSecond()).isZero();
        assertThat(meter.timeFor(1000)).isNull();
    }

    @Test
    void measuresASteadyStream() {
        for (var second = 0; second <= 20; second++) {
            meter.hear(START.plusSeconds(second), second * 1000L);
        }

        assertThat(meter.perSecond()).isCloseTo(1000, within(1.0));
        assertThat(meter.timeFor(60_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void smoothsAJump() {
        meter.hear(START, 0);
        meter.hear(START.plusSeconds(1), 1000);
        meter.hear(START.plusSeconds(2), 11_000);

        assertThat(meter.perSecond()).isBetween(1500.0, 5000.0);
    }

    @Test
    void passesOverReportsThatComeTooSoon() {
        meter.hear(START, 0);
        meter.hear(START.plusMillis(10), 1_000_000);

        assertThat(meter.perSecond()).isZero();
    }

    @Test
    void forgetsTheSpeedFromBeforeAPause() {
        meter.hear(START, 0);
        meter.hear(START.plusSeconds(1), 1000);
        meter.restart();

        assertThat(meter.perSecond()).isZero();
    }
}
