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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Senders who never come to an end.
class BodyTimeIT {
    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String admin;

    @BeforeAll
    static void open() {
        portal = RunningPortal.over(data, "portal.limits.body-time=1s", "portal.media.stall=1s");
        admin = portal.adminToken();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql, application/json",
        "/api/v1/auth/login, application/json",
        "/api/v1/auth/login, application/x-www-form-urlencoded",
        "/api/v1/days/1/resources, multipart/form-data; boundary=b",
        "/api/v1/videos/upload, multipart/form-data; boundary=b",
        "/no-such-page, application/json",
    })
    void aBodyThatTricklesIsAnsweredAndItsConnectionEnds(String path, String type) throws IOException {
        try (var slow = SlowRequest.unasked(portal.address(), path, admin, type, 60_000)) {
            var answer = CompletableFuture.supplyAsync(slow::answered);
            while (!answer.isDone()) {
                try {
                    slow.send("-");
                } catch (IOException closed) {
                    break;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).startsWith("HTTP/1.1 4");
        }
    }
}
