package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;

/// An upload that lives through SIGKILL, twice: between two pieces and in the middle of one.
class ResumeAfterKillIT {
    @TempDir
    private Path folder;

    @Test
    void anUploadGoesOnAfterTheServerWasKilled() throws Exception {
        var video = TinyVideos.join(TinyVideos.real(20, folder), TinyVideos.box("free", new byte[2_000_000]));
        int half = video.length / 2;
        var data = folder.resolve("data");
        var log = folder.resolve("server.log").toFile();
        String path;
        try (var server = ServerProcess.over(data, log);
                var portal = new PortalHttp(server.address());
                var media = new MediaCalls(server.address())) {
            var admin = portal.adminToken();
            path = media.created(admin, video.length, Map.of("dayNumber", "1", "title", "Session"));
            assertThat(media.patch(admin, path, 0, Arrays.copyOf(video, half)).statusCode())
                    .isEqualTo(204);
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort())) {
                socket.getOutputStream()
                        .write(TinyVideos.ascii("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + admin + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream"
                                + "\r\nUpload-Offset: " + half + "\r\nContent-Length: " + (video.length - half)
                                + "\r\n\r\n"));
                socket.getOutputStream().write(video, half, 600_000);
                socket.getOutputStream().flush();
                var part = data.resolve("Files/uploads").resolve(path.substring(path.lastIndexOf('/') + 1) + ".part");
                Awaitility.await().until(() -> Files.size(part) > half);
                server.kill();
            }
        }
        try (var server = ServerProcess.over(data, log);
                var portal = new PortalHttp(server.address());
                var media = new MediaCalls(server.address())) {
            var admin = portal.adminToken();
            int offset = Math.toIntExact(media.offset(admin, path));
            assertThat(offset).isBetween(half, half + 600_000);
            assertThat(portal.data(admin, "{ trainingDay(dayNumber: 1) { recordings { title } } }")
                            .at("/trainingDay/recordings"))
                    .isEmpty();
            var last = media.patch(admin, path, offset, Arrays.copyOfRange(video, offset, video.length));
            assertThat(last.statusCode()).isEqualTo(204);

            portal.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
            var student =
                    portal.register("student@example.com").path("access_token").asString();
            var recording =
                    portal.data(student, "{ trainingDay(dayNumber: 1) { recording { streamUrl durationSeconds } } }");
            assertThat(recording.at("/trainingDay/recording/durationSeconds").asInt())
                    .isEqualTo(20);
            var address = recording.at("/trainingDay/recording/streamUrl").asString();
            assertThat(media.get(address, null).body()).isEqualTo(video);
            portal.data(admin, "mutation { lockDay(dayNumber: 1) { dayNumber } }");
            assertThat(media.get(address, null, "Range", "bytes=0-").statusCode())
                    .isEqualTo(404);
        }
    }
}
