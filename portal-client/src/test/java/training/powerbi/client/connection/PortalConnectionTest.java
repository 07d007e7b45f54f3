package training.powerbi.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.DayEdit;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.report.LakehouseReport;
import training.powerbi.client.report.MirrorState;
import training.powerbi.client.testing.FixedTokens;
import training.powerbi.client.testing.StubPortal;
import training.powerbi.client.testing.TestCertificate;
import training.powerbi.client.testing.UploadLog;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What the adapters make of answers good, bad and strange.
class PortalConnectionTest {
    private static final String STATS = "{\"data\":{\"dashboardStats\":{\"totalDays\":12,\"unlockedDays\":1,"
            + "\"lockedDays\":11,\"recordingsAvailable\":4,\"totalUsers\":3,\"activeStudents\":2,"
            + "\"averageCompletion\":20.5,\"unheardOf\":{}}}}";

    private final StubPortal portal = new StubPortal();
    private final FixedTokens tokens = new FixedTokens("first", "second", "third");
    private final PortalConnection connection =
            PortalConnection.to(portal.address(), tokens, Clock.systemUTC(), _ -> Thread.onSpinWait());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        connection.close();
        portal.close();
    }

    @Test
    void whatANewerPortalSaysBesidesIsPassedOver() {
        portal.json(STATS);

        assertThat(connection.client().dashboardStats().averageCompletion()).isEqualTo(20.5);
    }

    private void addLink() {
        connection.client().addResource(1, "DAX guide", "https://dax.guide");
    }

    private static final String ADDED = "{'resourceId':'r','dayNumber':1,'title':'a.csv','url':'/u','mediaType':"
            + "'text/csv','sizeBytes':8,'uploadedAt':'2026-01-01T00:00:00Z','revision':1}";

    @Test
    void whatGotNoAnswerIsAskedAgainWithItsKeySoThatItIsMadeOnce() {
        portal.reply(502, Map.of(), "")
                .json("{\"data\":{\"addResource\":" + ADDED.replace('\'', '"') + "}}")
                .problem(400, "BAD_USER_INPUT")
                .problem(503, "STORAGE_UNAVAILABLE");
        assertThatThrownBy(this::addLink).isInstanceOf(UnreachableException.class);
        addLink();
        assertThatThrownBy(this::addLink).isInstanceOf(PortalException.class);
        assertThatThrownBy(this::addLink).isInstanceOf(PortalException.class);
        assertThatThrownBy(this::addLink).isInstanceOf(UnreachableException.class);

        var keys = portal.keys();
        assertThat(keys).hasSize(5).doesNotContain("none");
        assertThat(keys.get(1)).as("again without an answer").isEqualTo(keys.get(0));
        assertThat(keys.get(2)).as("after an answer").isNotEqualTo(keys.get(1));
        assertThat(keys.get(3)).as("after a refusal").isNotEqualTo(keys.get(2));
        assertThat(keys.get(4)).as("after a failure that may pass").isEqualTo(keys.get(3));
    }

    @Test
    void aFileThatGotNoAnswerIsSentAgainWithItsKeyUnlessItWasChanged() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        portal.reply(502, Map.of(), "").reply(502, Map.of(), "").reply(502, Map.of(), "");
        for (var title : new String[] {"a", "a", "b"}) {
            assertThatThrownBy(() -> connection.files().uploadResource(1, title, file, _ -> {}))
                    .isInstanceOf(UnreachableException.class);
        }
        Files.writeString(file, "a,b\n1,2\n3,4\n");
        assertThatThrownBy(() -> connection.files().uploadResource(1, "a", file, _ -> {}))
                .isInstanceOf(UnreachableException.class);

        var keys = portal.keys();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys).doesNotContain("none").containsOnlyOnce(keys.get(2), keys.get(3));
    }

    private static final LakehouseReport PROGRESS = new LakehouseReport("progress-by-day", "Progress by day");

    @Test
    void aReportIsReadWithWhatIsMissingInIt() {
        portal.json("{\"data\":{\"lakehouseReport\":{\"columns\":[\"day\",\"title\"],\"rows\":[[\"1\",null]],"
                + "\"truncated\":true,\"asOf\":\"2026-11-24T09:30:00Z\"}}}");

        var table = connection.reports().read(PROGRESS);
        assertThat(table.columns()).containsExactly("day", "title");
        assertThat(table.rows().getFirst()).containsExactly("1", null);
        assertThat(table.truncated()).isTrue();
        assertThat(table.asOf()).isEqualTo("2026-11-24T09:30:00Z");
    }

    @Test
    void aReportIsAFileAsThePortalWroteItOrNothing() {
        portal.reply(200, Map.of("Content-Type", "text/csv;charset=UTF-8"), "day,title\r\n1,Žluť\r\n")
                .reply(200, Map.of("Content-Type", "text/html"), "<p>Somebody else</p>")
                .problem(503, "STORAGE_UNAVAILABLE");

        assertThat(connection.reports().csv(PROGRESS)).isEqualTo("day,title\r\n1,Žluť\r\n");
        assertThat(portal.asked()).containsExactly("GET /api/v1/lakehouse-reports/progress-by-day.csv");
        assertThatThrownBy(() -> connection.reports().csv(PROGRESS)).isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> connection.reports().csv(PROGRESS))
                .isInstanceOf(PortalException.class)
                .hasMessage("Do this.");
    }

    @Test
    void howFarAMirrorIsComesFromThePortalsHealth() {
        portal.json("{\"status\":\"up\",\"store\":{\"kind\":\"mirror\",\"mirror\":{\"state\":\"behind\","
                        + "\"commitsBehind\":3,\"filesBehind\":0,\"behindSeconds\":61.5,\"tomorrow\":1}}}")
                .json("{\"status\":\"up\",\"store\":{\"kind\":\"local\"}}")
                .reply(200, Map.of("Content-Type", "text/html"), "<p>Somebody else</p>");

        assertThat(connection.reports().mirror()).hasValue(new MirrorState("behind", 3L, 0, 61.5, null, null));
        assertThat(portal.asked()).containsExactly("GET /api/v1/health");
        assertThat(connection.reports().mirror()).isEmpty();
        assertThatThrownBy(() -> connection.reports().mirror()).isInstanceOf(UnreachableException.class);
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        portal.problem(401, "UNAUTHENTICATED").json(STATS);

        assertThat(connection.client().dashboardStats().totalDays()).isEqualTo(12);
        assertThat(portal.tokens()).containsExactly("first", "second");
    }

    @Test
    void twoRefusedTokensAreTheEndOfTheSession() {
        portal.problem(401, "UNAUTHENTICATED").problem(401, "UNAUTHENTICATED");

        assertThatThrownBy(() -> connection.client().dashboardStats()).isInstanceOf(SignedOutException.class);
        assertThat(tokens.refused()).containsExactly("first", "second");
    }

    @Test
    void aProblemKeepsItsCodeSentenceFieldAndPause() {
        portal.problem(429, "TOO_MANY_REQUESTS");

        var refused = catchThrowableOfType(
                PortalException.class, () -> connection.client().dashboardStats());

        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(refused.sentence()).isEqualTo("Do this.");
        assertThat(refused.field()).contains("title");
        assertThat(refused.retryAfterSeconds()).contains("7");
    }

    @Test
    void anErrorInsideAnAnswerKeepsItsCodeSentenceAndField() {
        portal.json("{\"data\":null,\"errors\":[{\"message\":\"Say it shorter.\",\"extensions\":"
                + "{\"code\":\"BAD_USER_INPUT\",\"field\":\"title\"}}]}");

        var refused = catchThrowableOfType(
                PortalException.class, () -> connection.client().updateDay(1, new DayEdit("t", "d", 1)));

        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
        assertThat(refused.sentence()).isEqualTo("Say it shorter.");
        assertThat(refused.field()).contains("title");
    }

    @Test
    void aPortalOfAnotherVersionIsToldAsSuchAndNotInGraphQlsWords() {
        portal.json(
                "{\"errors\":[{\"message\":\"Validation error (FieldUndefined@[trainingDays/foo]) : Field 'foo' in"
                        + " type 'TrainingDay' is undefined\",\"extensions\":{\"code\":\"BAD_USER_INPUT\",\"field\":\"foo\"}}]}");

        var refused = catchThrowableOfType(
                PortalException.class, () -> connection.client().dashboardStats());
        assertThat(refused.code()).isEqualTo(ErrorCode.METHOD_NOT_ALLOWED);
        assertThat(refused.sentence()).contains("version").doesNotContain("FieldUndefined");
        assertThat(refused.field()).isEmpty();
    }

    @Test
    void otherServersAreNoPortals() {
        portal.reply(200, Map.of("Content-Type", "text/html"), "<h1>It works!</h1>")
                .json("{\"data\":{\"dashboardStats\":null}}")
                .json("nonsense")
                .reply(404, Map.of(), "Not found")
                .reply(302, Map.of("Location", "https://elsewhere.example.org/"), "");
        for (int i = 0; i < 4; i++) {
            assertThat(unreachable()).isEqualTo(UnreachableException.Reason.NOT_A_PORTAL);
        }
        assertThatThrownBy(() -> connection.client().dashboardStats())
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("https://elsewhere.example.org/");
    }

    @Test
    void aPortalBehindAProxyMayBeResting() {
        portal.reply(502, Map.of("Content-Type", "text/html"), "<h1>Bad gateway</h1>");

        assertThat(unreachable()).isEqualTo(UnreachableException.Reason.NO_ANSWER);
    }

    @Test
    void anUntrustedCertificateIsToldWithTheClockInMind() throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(TestCertificate.make(folder).serving()));
        server.start();
        var address = URI.create("https://localhost:" + server.getAddress().getPort());
        try (var secure = PortalConnection.to(address, tokens, Clock.systemUTC())) {
            var failed = catchThrowableOfType(
                    UnreachableException.class, () -> secure.client().dashboardStats());
            assertThat(failed.reason()).isEqualTo(UnreachableException.Reason.CERTIFICATE);
            assertThat(failed).hasMessageContaining("date and time");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anUnknownNameIsToldAsSuch() {
        try (var nowhere = PortalConnection.to(URI.create("http://no-such-host.invalid"), tokens, Clock.systemUTC())) {
            assertThatThrownBy(() -> nowhere.client().dashboardStats())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("no-such-host.invalid");
        }
    }

    @Test
    void anInterruptedCallerGivesUpAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> connection.client().dashboardStats()).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFullDiskEndsAnUploadThatMayBeTriedAgain() throws IOException {
        portal.reply(201, Map.of("Location", "/api/v1/videos/uploads/one"), "")
                .reply(200, Map.of("Upload-Offset", "0"), "")
                .problem(507, "STORAGE_FULL");
        var log = new UploadLog();

        var refused = catchThrowableOfType(
                PortalException.class, () -> connection.uploader().upload(upload(null), log));

        assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_FULL);
        assertThat(log.place()).isEqualTo(portal.address().resolve("/api/v1/videos/uploads/one"));
    }

    @Test
    void aPauseAndAnOffsetOfThePortalsAreFollowedAndAnExpiredUploadBeginsAnew() throws IOException {
        portal.reply(410, Map.of(), "")
                .problem(429, "TOO_MANY_REQUESTS")
                .reply(201, Map.of("Location", "/api/v1/videos/uploads/two"), "")
                .reply(200, Map.of("Upload-Offset", "0"), "")
                .problem(409, "UPLOAD_OFFSET_MISMATCH")
                .reply(409, Map.of(), "")
                .reply(200, Map.of("Upload-Offset", "4"), "")
                .problem(403, "ACCESS_DENIED");
        var log = new UploadLog();
        var old = portal.address().resolve("/api/v1/videos/uploads/one");

        assertThat(catchThrowableOfType(
                                PortalException.class,
                                () -> connection.uploader().upload(upload(old), log))
                        .code())
                .isEqualTo(ErrorCode.ACCESS_DENIED);

        assertThat(portal.asked())
                .containsExactly(
                        "HEAD /api/v1/videos/uploads/one",
                        "POST /api/v1/videos/uploads",
                        "POST /api/v1/videos/uploads",
                        "HEAD /api/v1/videos/uploads/two",
                        "PATCH /api/v1/videos/uploads/two",
                        "HEAD /api/v1/videos/uploads/two",
                        "HEAD /api/v1/videos/uploads/two",
                        "PATCH /api/v1/videos/uploads/two");
        assertThat(log.interruptions()).hasSize(3);
    }

    @Test
    void anUploadThatIsStillBusyIsDiscardedWhenItNoLongerIs() throws IOException {
        portal.problem(409, "CONFLICTING_UPDATE").reply(204, Map.of(), "");

        connection.uploader().discard(upload(portal.address().resolve("/api/v1/videos/uploads/one")));

        assertThat(portal.asked())
                .containsExactly("DELETE /api/v1/videos/uploads/one", "DELETE /api/v1/videos/uploads/one");
    }

    @Test
    void anAddressOfAnotherServerGetsNoToken() throws IOException {
        portal.problem(403, "ACCESS_DENIED");

        var kept = URI.create("https://elsewhere.example.org/api/v1/videos/uploads/one");
        assertThatThrownBy(() -> connection.uploader().upload(upload(kept), new UploadLog()))
                .isInstanceOf(PortalException.class);

        assertThat(portal.asked()).containsExactly("POST /api/v1/videos/uploads");
    }

    private RecordingUploader.Upload upload(@org.jspecify.annotations.Nullable URI location) throws IOException {
        var file = Files.writeString(folder.resolve("session.mp4"), "12345678");
        return new RecordingUploader.Upload("u", file, 8, 1, "Session", null, location);
    }

    private UnreachableException.Reason unreachable() {
        return catchThrowableOfType(
                        UnreachableException.class, () -> connection.client().dashboardStats())
                .reason();
    }
}
