package training.powerbi.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;

/// How soon an answer ends whose reader may not have it any more.
class FileAnswerTest {
    private static final int PIECE = 128 * 1024;

    @TempDir
    private Path folder;

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final AtomicInteger looks = new AtomicInteger();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("film"), new byte[2 * 1024 * 1024]);
    }

    private void send(Duration aPiece) throws IOException {
        var slow = new FileAnswer(
                new MockHttpServletRequest("GET", "/film"), response, () -> nanoTime.getAndAdd(aPiece.toNanos()));
        slow.send(ServedFile.saved(new Film(file), "video/mp4", null, () -> {
            looks.incrementAndGet();
            return allowed.get() && looks.get() < 3;
        }));
    }

    @Test
    void onALineThatCarriesAPieceInATenthOfASecondTheLockIsSeenWithinHalfASecond() {
        assertThatIOException().isThrownBy(() -> send(Duration.ofMillis(100)));

        assertThat(response.getContentAsByteArray().length).isLessThanOrEqualTo(8 * PIECE);
    }

    @Test
    void onAFastLineAFewLooksAreEnough() throws IOException {
        send(Duration.ofNanos(100));

        assertThat(response.getContentAsByteArray()).hasSize(2 * 1024 * 1024);
        assertThat(looks).hasValue(1);
    }

    private MockHttpServletRequest player(String range) {
        var asked = new MockHttpServletRequest("GET", "/film");
        asked.addHeader("Range", range);
        asked.setAttribute("org.apache.tomcat.sendfile.support", true);
        return asked;
    }

    @Test
    void aPlayerThatAsksForTheRestIsCutOffToo() {
        var asked = player("bytes=0-");
        var slow = new FileAnswer(
                asked, response, () -> nanoTime.getAndAdd(Duration.ofMillis(100).toNanos()));

        assertThatIOException()
                .isThrownBy(() -> slow.send(
                        ServedFile.played(new Film(file), "video/mp4", "\"film\"", () -> looks.incrementAndGet() < 3)));

        assertThat(response.getContentAsByteArray().length).isLessThanOrEqualTo(8 * PIECE);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
    }

    @Test
    void onlyWhatIsGoneAtOnceIsLeftToTheContainer() throws IOException {
        var asked = player("bytes=0-199999");

        FileAnswer.to(asked, response).send(ServedFile.played(new Film(file), "video/mp4", "\"film\"", allowed::get));

        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(asked.getAttribute("org.apache.tomcat.sendfile.end")).isEqualTo(200_000L);
    }

    private record Film(Path path) implements Blob {
        @Override
        public BlobName name() {
            return new BlobName("videos/film.mp4");
        }

        @Override
        public long size() {
            return path.toFile().length();
        }

        @Override
        public Instant writtenAt() {
            return Instant.EPOCH;
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }

        @Override
        public SeekableByteChannel open() {
            try {
                return Files.newByteChannel(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
