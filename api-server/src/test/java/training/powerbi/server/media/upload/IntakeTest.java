package training.powerbi.server.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.lakehouse.BlobAppend;
import training.powerbi.server.lakehouse.fileio.LocalBlobStore;
import training.powerbi.server.media.MediaLimits;

class IntakeTest {
    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-03-02T10:00:00Z"));
    private final Counter counter = new Counter();
    private Intake intake;

    /// A blob that forgets what it is given.
    private static final class Counter implements BlobAppend {
        private long bytes;

        @Override
        public void write(ByteBuffer written) {
            bytes += written.remaining();
        }

        @Override
        public long commit() {
            return bytes;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void intake() throws IOException {
        intake = intake(0);
    }

    private Intake intake(long spareBytes) throws IOException {
        var limits = new MediaLimits(
                Long.MAX_VALUE,
                spareBytes,
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                Duration.ofDays(1),
                Duration.ofHours(1));
        return new Intake(new LocalBlobStore(folder), limits, clock);
    }

    private Intake.Received receive(InputStream source) {
        return intake.receive(source, new Intake.Destination(counter, Long.MAX_VALUE, false, ""), List.of());
    }

    /// So many zeros, at so many a second of the test's clock.
    private InputStream zeros(long length, int atOnce, Duration pause) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                clock.forward(pause);
                int read = (int) Math.min(Math.min(count, atOnce), left);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    @Test
    void aFileOfAnySizePassesThroughOneSmallBuffer() {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        receive(zeros(MIB, 8_192, Duration.ZERO));
        long before = memory.getCurrentThreadAllocatedBytes();
        var received = receive(zeros(512 * MIB, 8_192, Duration.ZERO));
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(received).isEqualTo(new Intake.Received(512 * MIB, true));
        assertThat(counter.bytes).isEqualTo(513 * MIB);
        // The clock of the test makes an Instant for each look at it; nothing grows with the bytes otherwise.
        assertThat(allocated).isLessThan(32 * MIB);
    }

    @Test
    void aSenderThatDripsIsCutOffAndWhatCameIsKept() {
        var received = receive(zeros(1_000_000, 10, Duration.ofSeconds(1)));

        assertThat(received.whole()).isFalse();
        assertThat(received.bytes()).isBetween(1L, 1_000L);
        assertThat(counter.bytes).isEqualTo(received.bytes());
    }

    @Test
    void aSlowSenderThatGoesOnIsHeardToTheEnd() {
        assertThat(receive(zeros(100_000, 500, Duration.ofSeconds(1)))).isEqualTo(new Intake.Received(100_000, true));
    }

    @Test
    void uploadsStopBeforeTheDiskIsFull() throws IOException {
        intake = intake(Long.MAX_VALUE);

        var full = catchThrowableOfType(PortalException.class, () -> receive(zeros(65 * MIB, 8_192, Duration.ZERO)));
        assertThat(full.code()).isEqualTo(ErrorCode.STORAGE_FULL);
    }

    @Test
    void moreThanAnnouncedIsRefused() {
        var refused = catchThrowableOfType(
                PortalException.class,
                () -> intake.receive(
                        zeros(101, 10, Duration.ZERO), new Intake.Destination(counter, 100, false, ""), List.of()));
        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }
}
