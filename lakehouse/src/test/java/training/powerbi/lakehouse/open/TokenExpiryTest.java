package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
            var end = Instant.now().plusSeconds(LIFE * 2);
            var commits = 0;
            while (Instant.now().isBefore(end)) {
                table.append(List.of(Progress.of("a", ++commits)));
            }

            assertThat(table.snapshot().size()).isEqualTo(commits);
            assertThat(FABRIC.tokensAsked() - asked).isBetween(1, LIFE * 2);
        }
    }
}
