package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

class TokenExpiryTest {
    private static final int LIFE = 3;

    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles(LIFE);

    @Test
    void aTokenThatExpiresMeanwhileIsReplacedBeforeAnybodyNotices() throws IOException {
        var home = TestHomes.open(FABRIC, FABRIC.lakehouse());
        try (var store = TestStore.open(home, Duration.ofMillis(200), Clock.systemUTC())) {
            var table = store.table(Progress.table());
            var asked = FABRIC.tokensAsked();
            var began = System.nanoTime();
            var commits = 0;
            while (FABRIC.tokensAsked() < asked + 2) {
                table.append(List.of(Progress.of("a", ++commits)));
            }

            assertThat(table.snapshot().size()).isEqualTo(commits);
            var lives = (System.nanoTime() - began) / Duration.ofSeconds(1).toNanos();
            assertThat(FABRIC.tokensAsked() - asked).isLessThanOrEqualTo((int) lives + 2);
        }
    }
}
