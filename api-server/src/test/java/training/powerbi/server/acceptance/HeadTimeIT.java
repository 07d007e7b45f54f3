package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Senders whose request never begins.
class HeadTimeIT {
    private static final String ASK = "HEAD /api/v1/health HTTP/1.1\r\nHost: portal\r\n";

    private static final int MOST_DROPS = 200;

    @TempDir
    private static Path data;

    private static RunningPortal portal;

    @BeforeAll
    static void open() {
        portal = RunningPortal.over(data, "portal.limits.head-time=2s");
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "GET /", ASK, ASK + "X-Long: "})
    void aHeadThatTricklesEndsItsConnection(String begun) throws IOException {
        try (var slow = SlowRequest.unsent(portal.address())) {
            slow.send(begun);
            assertTrickleEnds(slow, begun.isBlank() ? "\r\n" : "a");
        }
    }

    /// Time that a connection spends between requests is nobody's to count.
    @Test
    void aSecondRequestHasAsMuchTimeAsTheFirst() throws IOException {
        try (var connection = SlowRequest.unsent(portal.address())) {
            for (int i = 0; i < 4; i++) {
                connection.send(ASK.substring(0, 20));
                pause(600);
                connection.send(ASK.substring(20) + "Accept: x/y\r\n\r\n");
                assertThat(connection.head()).startsWith("HTTP/1.1 ");
            }
            connection.send("GET /");
            assertTrickleEnds(connection, "a");
        }
    }

    private static void assertTrickleEnds(SlowRequest slow, String drop) {
        var answer = CompletableFuture.supplyAsync(slow::answered);
        for (int drops = 0; drops < MOST_DROPS && !answer.isDone(); drops++) {
            try {
                slow.send(drop);
            } catch (IOException closed) {
                break;
            }
            pause(50);
        }
        assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).hasSizeLessThan(4_000);
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
