package training.powerbi.server.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.media.FaultyBlobs;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.media.MediaPortal;
import training.powerbi.server.testing.TinyVideos;

/// The bytes of slides and resources: on a full disk, from a sleepy sender, in parts, and after they were removed.
class MaterialFilesIT {
    private static final int LARGE = 12 * 1024 * 1024;

    @TempDir
    private static Path folder;

    private static MediaPortal on;
    private static MaterialCalls calls;

    @BeforeAll
    static void start() {
        on = MediaPortal.over(folder.resolve("data"), "portal.media.max-upload-bytes=" + 2 * LARGE);
        calls = new MaterialCalls(on.portal);
    }

    @AfterAll
    static void stop() {
        calls.close();
        on.close();
    }

    @AfterEach
    void heal() {
        on.portal.context().getBean(FaultyBlobs.class).heal();
    }

    private static String upload(String path, String name, byte[] content, String field) {
        var answer = calls.upload(on.portal.adminToken(), "/api/v1/days/" + path, name, content, null);
        assertThat(answer.statusCode()).isEqualTo(201);
        return PortalHttp.json(answer).path(field).asString();
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static int sweep() {
        return on.portal.context().getBean(MaterialSweep.class).sweep();
    }

    private static void pass(Duration time) {
        on.clock().forward(time);
    }

    private static boolean isThere(String id) {
        return Files.isDirectory(folder.resolve("data/Files/presentations").resolve(id))
                || Files.isDirectory(folder.resolve("data/Files/resources").resolve(id));
    }

    private static String storedSlides(int day) {
        return on.portal.context().getBean(Presentations.class).find(day).orElseThrow();
    }

    private static String deckId(String stored) {
        return stored.split("/", -1)[2];
    }

    @Test
    void aFullDiskGivesItsSpaceBackAndOthersGoOn() {
        long before = on.used();
        for (var path : new String[] {"2/resources", "2/presentation"}) {
            on.portal.context().getBean(FaultyBlobs.class).fillAfter(300_000);
            var refused = calls.upload(
                    on.portal.adminToken(), "/api/v1/days/" + path, "a.html", text("<p>".repeat(300_000)), null);
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(PortalHttp.json(refused).path("code").asString()).isEqualTo("STORAGE_FULL");
            assertThat(on.used()).isEqualTo(before);
            assertThat(on.portal.rest("GET", "/api/v1/health", null, null).statusCode())
                    .isEqualTo(200);
            on.portal.context().getBean(FaultyBlobs.class).heal();
        }
        upload("2/resources", "a.html", text("<p>".repeat(300_000)), "url");
    }

    @Test
    void aSenderThatDripsIsCutOffAndLeavesNothing() throws IOException {
        var before = on.files();
        var body = MediaCalls.formBody(Map.of(), "slow.csv", "text/csv", noise(500_000));
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), on.portal.address().getPort())) {
            var out = socket.getOutputStream();
            out.write(TinyVideos.ascii("POST /api/v1/days/2/resources HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + on.portal.adminToken() + "\r\nContent-Type: multipart/form-data; boundary=a-line-between-parts"
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body, 0, body.length / 2);
            out.flush();
            await().until(() -> on.files().size() > before.size());
            await().until(() -> {
                pass(Duration.ofSeconds(31));
                out.write(body, body.length / 2, 1);
                out.flush();
                return socket.getInputStream().available() > 0;
            });
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 400");
        }
        assertThat(on.files()).isEqualTo(before);
    }

    @Test
    void aLargeFileComesInPartsToo() {
        var content = noise(LARGE);
        var url = upload("3/resources", "large.pbix", content, "url");
        var whole = on.media.get(url, null);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("Content-Disposition")).isPresent();

        var part = on.media.get(url, null, "Range", "bytes=10-19", "If-Range", tag(whole));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 10, 20));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + LARGE);
        assertThat(part.headers().firstValue("Content-Disposition")).isPresent();
        var rest = on.media.get(url, null, "Range", "bytes=1000-");
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, 1_000, LARGE));
        assertThat(on.media
                        .get(url, null, "Range", "bytes=10-19", "If-Range", "\"another\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(on.media.get(url, null, "If-None-Match", tag(whole)).statusCode())
                .isEqualTo(304);
        assertThat(MediaCalls.outcome(on.media.get(url, null, "Range", "bytes=" + LARGE + "-")))
                .isEqualTo("416 RANGE_NOT_SATISFIABLE");
    }

    @Test
    void pagesComeWholeAndCompressed() {
        var url = upload("3/presentation", "deck.html", text("<p>slides</p>".repeat(1_000)), "presentationUrl");

        var answer = on.media.get(url, null, "Accept-Encoding", "gzip", "Range", "bytes=0-9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void replacedSlidesAreKeptForTheTimeOfGraceAndCanBeRestored() {
        upload("4/presentation", "one.html", text("<p>one</p>"), "presentationUrl");
        var first = storedSlides(4);
        pass(Duration.ofDays(40));
        upload("4/presentation", "two.html", text("<p>two</p>"), "presentationUrl");
        var second = storedSlides(4);
        sweep();
        pass(Duration.ofDays(29));
        sweep();
        assertThat(isThere(deckId(first))).isTrue();

        on.portal.data(on.portal.adminToken(), "mutation { setPresentation(dayNumber: 4) { dayNumber } }");
        on.portal.context().getBean(Presentations.class).plan(Map.of(4, first));
        sweep();
        pass(Duration.ofDays(2));
        sweep();
        assertThat(calls.get(calls.slides(on.portal.adminToken(), 4)).body()).isEqualTo("<p>one</p>");
        assertThat(isThere(deckId(second))).isTrue();
        pass(Duration.ofDays(29));
        assertThat(sweep()).isPositive();
        assertThat(isThere(deckId(second))).isFalse();
        assertThat(isThere(deckId(first))).isTrue();
    }

    @Test
    void aRemovedFileIsGoneForPeopleAtOnceAndFromTheDiskAfterTheTimeOfGrace() {
        var id = upload("5/resources", "data.csv", text("1"), "resourceId");
        var url = calls.day(on.portal.adminToken(), 5, "resources { url }")
                .path("resources")
                .valueStream()
                .map(resource -> resource.path("url").asString())
                .filter(address -> address.endsWith("/data.csv"))
                .findFirst()
                .orElseThrow();
        on.portal.data(
                on.portal.adminToken(), "mutation { removeResource(resourceId: \"%s\") { title } }".formatted(id));

        assertThat(calls.get(url).statusCode()).isEqualTo(404);
        sweep();
        pass(Duration.ofDays(29));
        sweep();
        assertThat(isThere(id)).isTrue();
        pass(Duration.ofDays(2));
        sweep();
        assertThat(isThere(id)).isFalse();
    }
}
