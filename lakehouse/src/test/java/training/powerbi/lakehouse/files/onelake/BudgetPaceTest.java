package training.powerbi.lakehouse.files.onelake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.OneLakePlace.Pacing;

class BudgetPaceTest {
    private final List<String> said = new ArrayList<>();
    private double spent;
    private final BudgetPace pace = new BudgetPace(new Pacing(Duration.ofSeconds(2), 1_000), () -> spent, said::add);

    @Test
    void farFromTheBudgetFewWaitShorterThanMany() {
        spent = 799;

        assertThat(pace.linger(1)).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.linger(4)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.linger(8)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.linger(500)).isEqualTo(Duration.ofSeconds(2));
        assertThat(said).isEmpty();
    }

    @Test
    void beforeTheBudgetIsPassedAllWaitLonger() {
        spent = 801;
        assertThat(pace.linger(1)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_100));
        spent = 900;
        assertThat(pace.linger(1)).isBetween(Duration.ofMillis(5_999), Duration.ofMillis(6_001));
        spent = 5_000;
        assertThat(pace.linger(500)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void itSaysSoOnceAndAgainOnlyAfterItWasFar() {
        for (var each = 0; each < 100; each++) {
            spent = 850 + each;
            pace.linger(1);
        }
        spent = 700;
        pace.linger(1);
        spent = 850;
        pace.linger(1);
        assertThat(said).singleElement().asString().contains("850", "1000", "portal.fabric.budget", "10000 ms");

        spent = 500;
        pace.linger(1);
        spent = 810;
        pace.linger(1);
        assertThat(said).hasSize(2);
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedByTheirNames() {
        assertThatThrownBy(() -> new Pacing(Duration.ofSeconds(6), 1)).hasMessageContaining("portal.fabric.linger");
        assertThatThrownBy(() -> new Pacing(Duration.ofMillis(-1), 1)).hasMessageContaining("portal.fabric.linger");
        assertThatThrownBy(() -> new Pacing(Duration.ZERO, 0)).hasMessageContaining("portal.fabric.budget");
    }
}
