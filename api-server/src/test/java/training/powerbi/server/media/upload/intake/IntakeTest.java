package training.powerbi.server.media.upload.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.testing.FolderBlobs;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.digest.Digests;
import training.powerbi.server.transfer.FileSpace;

class IntakeTest {
    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path folder;

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
        return new Intake(new FileSpace(FolderBlobs.in(folder), Long.MAX_VALUE, spareBytes));
    }

    private Intake.Received receive(InputStream source) {
        return intake.receive(source, new Intake.Destination(counter, Long.MAX_VALUE, false), List.of());
    }

    /// So many zeros, so many at once.
    private static InputStream zeros(long length, int atOnce) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                int read = (int) Math.min(Math.min(count, atOnce), left);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    @Test
    void aFileOfAnySizePassesThroughAFewSmallBlocks() {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        receive(zeros(MIB, 8_192));
        long before = memory.getCurrentThreadAllocatedBytes();
        var received = receive(zeros(512 * MIB, 8_192));
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(received).isEqualTo(new Intake.Received(512 * MIB, true));
        assertThat(counter.bytes).isEqualTo(513 * MIB);
        assertThat(allocated).isLessThan(4 * MIB);
    }

    @Test
    void ofASenderThatGoesAwayWhatCameIsKept() {
        var leaving = new SequenceInputStream(zeros(300_000, 10_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                return read();
            }
        });

        assertThat(receive(leaving)).isEqualTo(new Intake.Received(300_000, false));
        assertThat(counter.bytes).isEqualTo(300_000);
    }

    @Test
    void checksumsAreOfAllBytesInTheirOrder() throws NoSuchAlgorithmException {
        var bytes = new byte[5_000_001];
        new Random(1).nextBytes(bytes);
        var sums = List.of(Digests.sha256(), Digests.of("SHA-1"));

        intake.receive(new ByteArrayInputStream(bytes), new Intake.Destination(counter, Long.MAX_VALUE, false), sums);

        assertThat(sums.get(0).digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(sums.get(1).digest())
                .isEqualTo(MessageDigest.getInstance("SHA-1").digest(bytes));
    }

    @Test
    void uploadsStopBeforeTheDiskIsFull() throws IOException {
        intake = intake(Long.MAX_VALUE);

        var full = catchThrowableOfType(PortalException.class, () -> receive(zeros(65 * MIB, 8_192)));
        assertThat(full.code()).isEqualTo(ErrorCode.STORAGE_FULL);
    }

    @Test
    void moreThanAnnouncedIsRefused() {
        var refused = catchThrowableOfType(
                PortalException.class,
                () -> intake.receive(zeros(101, 10), new Intake.Destination(counter, 100, false), List.of()));
        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    /// A disk that fails at its second block, and counts how often it is asked again.
    private static final class FailingDisk implements BlobAppend {
        private final PortalException failure = new PortalException(ErrorCode.STORAGE_FULL, "full");
        private int writes;

        @Override
        public void write(ByteBuffer bytes) {
            if (++writes > 1) {
                throw failure;
            }
        }

        @Override
        public long commit() {
            throw new IllegalStateException("Nothing to commit");
        }

        @Override
        public void close() {}
    }

    @Test
    void whatTheDiskThrowsIsThrownAndNothingIsWrittenAfterIt() {
        var disk = new FailingDisk();

        assertThatThrownBy(() -> intake.receive(
                        zeros(100 * MIB, 8_192), new Intake.Destination(disk, Long.MAX_VALUE, false), List.of()))
                .isSameAs(disk.failure);
        assertThat(disk.writes).isEqualTo(2);
    }
}
