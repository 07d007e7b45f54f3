package training.powerbi.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import training.powerbi.server.account.MovableClock;

class PacedStreamTest {
    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-03-02T10:00:00Z"));

    /// So many bytes, at so many a second of the test's clock.
    private InputStream bytes(int length, int aSecond) {
        var source = new ByteArrayInputStream(new byte[length]) {
            @Override
            public synchronized int read(byte[] target, int offset, int count) {
                clock.forward(Duration.ofSeconds(1));
                return super.read(target, offset, Math.min(count, aSecond));
            }
        };
        return new PacedStream(source, clock, Duration.ofSeconds(30));
    }

    @Test
    void aSenderThatDripsIsCutOff() {
        assertThatThrownBy(() -> bytes(1_000_000, 10).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aSlowSenderThatGoesOnIsHeardToTheEnd() throws IOException {
        assertThat(bytes(100_000, 500).readAllBytes()).hasSize(100_000);
    }
}
