package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that has as many connections as it may have can open no file either.
class DescriptorsIT {
    private static final int MOST = 400;
    private static final int SILENCE_MILLIS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenIsSaidAndWorksAgainAfterwards() throws IOException {
        var log = folder.resolve("log").toFile();
        try (var server = ServerProcess.withDescriptors(MOST, folder.resolve("data"), log);
                var portal = new PortalHttp(server.address())) {
            var admin = portal.adminToken();
            var taken = takeAll(server.address());
            try {
                for (int day = 1; day <= 3; day++) {
                    assertThat(portal.ask(admin, unlock(day)).findValuesAsString("code"))
                            .as("day %d, see %s", day, log)
                            .isSubsetOf("STORAGE_UNAVAILABLE");
                }
            } finally {
                for (var socket : taken) {
                    socket.close();
                }
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !portal.ask(admin, unlock(4)).has("errors"));
        }
    }

    private static String unlock(int day) {
        return "mutation { unlockDay(dayNumber: " + day + ") { isUnlocked } }";
    }

    /// Opens connections until one is not answered any more.
    private static List<Socket> takeAll(URI address) throws IOException {
        var taken = new ArrayList<Socket>();
        boolean answered = true;
        while (answered && taken.size() < MOST) {
            for (int i = 0; i < 20; i++) {
                taken.add(open(address));
            }
            answered = isAnswered(address);
        }
        assertThat(answered).as("connections are left").isFalse();
        return taken;
    }

    private static Socket open(URI address) throws IOException {
        return new Socket(InetAddress.getByName(address.getHost()), address.getPort());
    }

    private static boolean isAnswered(URI address) throws IOException {
        try (var socket = open(address)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream()
                    .write("GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException none) {
            return false;
        }
    }
}
