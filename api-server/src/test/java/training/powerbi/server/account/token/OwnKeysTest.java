package training.powerbi.server.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKeysTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path data;

    private final AtomicReference<Instant> time = new AtomicReference<>(START);
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    /// Where someone looks at the clock, something else may happen.
    private final InstantSource source = () -> {
        meanwhile.getAndSet(() -> {}).run();
        return time.get();
    };

    private KeyFile file() {
        return KeyFile.in(data, JWSAlgorithm.HS256);
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.all().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private Clock clock() {
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void aKeyThatIsMadeWhileAnOldOneGoesIsNotLost() {
        var keys = new OwnKeys(file(), clock());
        keys.rotate("second", START.plus(Duration.ofHours(4)));
        time.set(START.plus(Duration.ofHours(5)));
        meanwhile.set(() -> keys.rotate("third", START.plus(Duration.ofHours(9))));

        assertThat(ids(keys.now())).containsExactly("third", "second");
        assertThat(keys.now().signing().getKeyID()).isEqualTo("third");
    }

    @Test
    void whatIsOverGoesFromTheFileToo() {
        var keys = new OwnKeys(file(), clock());
        keys.rotate("second", START.plus(Duration.ofHours(4)));
        assertThat(file().loadOrCreate().all().size()).isEqualTo(2);

        time.set(START.plus(Duration.ofHours(5)));

        assertThat(ids(keys.now())).containsExactly("second");
        assertThat(ids(file().loadOrCreate())).containsExactly("second");
    }
}
