package training.powerbi.lakehouse.files.onelake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest.Kind;

class RequestCountsTest {
    private static final int IDLE_HOUR = 3_600;

    private long now = 1_000_000_000_000L;
    private final RequestCounts counts = new RequestCounts(() -> now);

    @Test
    void eachKindCostsWhatOneLakeChargesForIt() {
        add(Kind.READ, 10_000);
        add(Kind.WRITE, 10_000);
        add(Kind.LIST, 10_000);

        assertThat(counts.cost().capacitySeconds()).isCloseTo(306 + 2_650 + 4_798, within(0.001));
        assertThat(counts.cost())
                .extracting(StoreCost::reads, StoreCost::writes, StoreCost::listings)
                .containsExactly(10_000L, 10_000L, 10_000L);
    }

    @Test
    void anIdleServerThatLooksOnceASecondTakesAHundredthAndAHalfOfTheSmallestCapacity() {
        for (var second = 0; second < 2 * IDLE_HOUR; second++) {
            counts.add(Kind.READ);
            pass(Duration.ofSeconds(1));
        }

        assertThat(counts.cost().window()).isEqualTo(Duration.ofHours(1));
        assertThat(counts.cost().capacitySeconds() / 7_200).isCloseTo(0.015, within(0.001));
        assertThat(counts.cost().capacitySecondsAnHour())
                .isEqualTo(counts.cost().capacitySeconds());
    }

    @Test
    void whatIsOlderThanAnHourCostsNoMore() {
        add(Kind.WRITE, 10_000);
        pass(Duration.ofMinutes(59));
        add(Kind.LIST, 10_000);
        assertThat(counts.cost().capacitySeconds()).isCloseTo(2_650 + 4_798, within(0.001));

        pass(Duration.ofMinutes(1));
        assertThat(counts.cost().capacitySeconds()).isCloseTo(4_798, within(0.001));

        pass(Duration.ofHours(30));
        assertThat(counts.cost().capacitySeconds()).isZero();
        assertThat(counts.cost().writes()).isEqualTo(10_000);
    }

    @Test
    void aServerThatJustBeganSaysHowMuchOfTheHourItHasSeen() {
        add(Kind.WRITE, 1_000);
        pass(Duration.ofMinutes(6));

        assertThat(counts.cost().window()).isEqualTo(Duration.ofMinutes(6));
        assertThat(counts.cost().capacitySecondsAnHour()).isCloseTo(2_650, within(0.001));
    }

    private void add(Kind kind, int times) {
        for (var each = 0; each < times; each++) {
            counts.add(kind);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
