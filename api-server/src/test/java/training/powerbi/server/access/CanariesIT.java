package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.access.TwoRuns.MAIN;
import static training.powerbi.server.access.TwoRuns.canaries;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.access.TwoRuns.Student;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.GraphQlSocket;
import training.powerbi.server.testing.TinyVideos;

/// Nothing of a day that is closed for a cohort or a student reaches them on any way, and all of it when it is open.
class CanariesIT {
    private static final String AUTUMN = "autumn";
    private static final String VIDEO = "/api/v1/videos/";

    @TempDir
    private static Path data;

    private static TwoRuns runs;

    private Student ana;
    private Student ben;

    @BeforeAll
    static void start() {
        runs = TwoRuns.over(data);
        runs.student("ana", MAIN);
        runs.student("ben", AUTUMN);
    }

    @AfterAll
    static void stop() {
        runs.close();
    }

    @BeforeEach
    void signIn() {
        runs.signInAgain();
        ana = runs.again(runs.student("ana", MAIN));
        ben = runs.again(runs.student("ben", AUTUMN));
    }

    @AfterEach
    void lockAll() {
        runs.trainer("{ overrides { overrideId } }")
                .path("overrides")
                .forEach(override -> runs.revoke(override.path("overrideId").asString()));
        for (int day : TwoRuns.DAYS) {
            runs.lock(day, MAIN);
            runs.lock(day, AUTUMN);
        }
        runs.move(ana, MAIN);
        runs.move(ben, AUTUMN);
    }

    private static List<String> seenBy(Student student) {
        return List.copyOf(Crawl.of(runs, student).canaries());
    }

    @Test
    void aDayReachesTheCohortItIsOpenForOnEveryWayAndNobodyElseOnAny() {
        runs.unlock(1, AUTUMN);

        assertThat(seenBy(ben)).containsExactlyInAnyOrderElementsOf(canaries(1, AUTUMN));
        assertThat(seenBy(ana)).isEmpty();

        runs.unlock(1, MAIN);
        assertThat(seenBy(ana)).containsExactlyInAnyOrderElementsOf(canaries(1, MAIN));
    }

    @Test
    void whichCohortsThereAreTrainersAreToldAndStudentsAreNot() {
        for (var asked : List.of(
                "trainingDays(%s) { title }",
                "trainingDay(dayNumber: 1, %s) { title }",
                "users(%s) { totalCount }",
                "dashboardStats(%s) { totalDays }",
                "courseProgress(%s) { totalCount }")) {
            assertThat(code(runs.admin(), asked, runs.autumn)).as(asked).isEmpty();
            assertThat(code(runs.admin(), asked, "nowhere")).as(asked).isEqualTo("COHORT_NOT_FOUND");
            assertThat(code(ana.token(), asked, runs.autumn)).as(asked).isEqualTo("ACCESS_DENIED");
            assertThat(code(ana.token(), asked, "nowhere")).as(asked).isEqualTo("ACCESS_DENIED");
        }
    }

    private static String code(String token, String asked, String cohortId) {
        return runs.portal
                .ask(token, "{ " + asked.formatted("cohortId: \"" + cohortId + "\"") + " }")
                .at("/errors/0/extensions/code")
                .asString("");
    }

    @Test
    void anExceptionReachesOneStudentBothWays() {
        var cleo = runs.again(runs.student("cleo", MAIN));
        runs.unlock(1, MAIN);
        runs.except(ana, 1, false, null);
        runs.except(ana, 2, true, 60);

        assertThat(seenBy(ana)).containsExactlyInAnyOrderElementsOf(canaries(2, MAIN));
        assertThat(seenBy(cleo)).containsExactlyInAnyOrderElementsOf(canaries(1, MAIN));
        assertThat(seenBy(ben)).isEmpty();

        runs.forward(60);
        assertThat(seenBy(ana)).isEmpty();
    }

    @Test
    void keptAddressesEndWithTheRightAndComeBackWithIt() {
        runs.unlock(1, MAIN);
        var kept = Crawl.kept(runs, ana);
        assertThat(kept.values())
                .contains("CNRY-1-slides", "CNRY-1-file", "CNRY-1-all-bytes", "CNRY-1-main-bytes", "CNRY-1-main-said");

        runs.lock(1, MAIN);
        assertThat(open(kept)).as("after a lock").isEmpty();
        runs.unlock(1, MAIN);
        assertThat(open(kept)).hasSameSizeAs(kept.keySet());

        var held = runs.except(ana, 1, false, null);
        assertThat(open(kept)).as("held back").isEmpty();
        runs.revoke(held);
        assertThat(open(kept)).hasSameSizeAs(kept.keySet());

        runs.move(ana, AUTUMN);
        assertThat(open(kept)).as("after a move").isEmpty();
        runs.unlock(1, AUTUMN);
        var everyones = kept.entrySet().stream()
                .filter(address -> !address.getValue().contains("main"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(open(kept))
                .as("what is everyone's, and nothing of the other cohort's")
                .containsExactlyInAnyOrderElementsOf(everyones);
        runs.move(ana, MAIN);

        runs.lock(1, MAIN);
        runs.except(ana, 1, true, 30);
        assertThat(open(kept)).hasSameSizeAs(kept.keySet());
        runs.forward(30);
        assertThat(open(kept)).as("ran out").isEmpty();
    }

    private static List<String> open(Map<String, String> kept) {
        var open = new ArrayList<String>();
        for (var address : kept.keySet()) {
            var answer = runs.media.get(address, null, "Range", "bytes=0-99999");
            if (answer.statusCode() != 404) {
                assertThat(answer.statusCode()).isIn(200, 206);
                open.add(address);
            }
        }
        return open;
    }

    @Test
    void anIdOfAnotherCohortsRecordingOpensNothing() {
        runs.unlock(1, MAIN);
        runs.unlock(1, AUTUMN);
        var theirs = runs.recordings.get("1-autumn");
        assertThat(MediaCalls.outcome(runs.media.get(VIDEO + theirs, ana.token())))
                .isEqualTo("404 RECORDING_NOT_FOUND");
        var play = "mutation { recordPlayback(input: {recordingId: \"%s\", positionSeconds: 1}) { dayNumber } }";
        assertThat(code(ana, play.formatted(theirs))).isEqualTo("RECORDING_NOT_FOUND");
        assertThat(code(ana, play.formatted(runs.recordings.get("2-all")))).isEqualTo("DAY_LOCKED");
        assertThat(code(ben, play.formatted(theirs))).isEmpty();
        assertThat(code(ana, "mutation { markContentViewed(dayNumber: 2, contentType: PRESENTATION) { dayNumber } }"))
                .isEqualTo("DAY_LOCKED");
        runs.move(ben, MAIN);
        assertThat(seenBy(ben)).containsExactlyInAnyOrderElementsOf(canaries(1, MAIN));
        assertThat(code(ben, play.formatted(theirs))).isEqualTo("RECORDING_NOT_FOUND");
    }

    @Test
    void aStudentWhoNamesACohortOrSomeoneElseGetsNothing() {
        var autumn = "cohortId: \"" + runs.autumn + "\"";
        var other = "userId: \"" + ben.userId() + "\"";
        for (var refused : List.of(
                "{ trainingDays(" + autumn + ") { title } }",
                "{ trainingDay(dayNumber: 1, " + autumn + ") { title } }",
                "{ trainingDays(cohortId: \"nowhere\") { title } }",
                "{ trainingDays(cohortId: \"main\") { title } }",
                "{ calendarAddress(" + autumn + ") }",
                "{ calendarAddress(cohortId: \"main\") }",
                "{ explainAccess(" + other + ", dayNumber: 1) { isOpen } }",
                "{ explainAccess(userId: \"%s\", dayNumber: 1, at: \"2030-01-01T00:00:00Z\") { isOpen } }"
                        .formatted(ana.userId()),
                "{ courseAs(" + other + ") { title } }",
                "{ courseAs(userId: \"" + ana.userId() + "\") { title } }",
                "{ overrides { reason } }",
                "{ cohorts { name } }",
                "{ dayHistory(dayNumber: 1) { totalCount } }",
                "{ users(" + autumn + ") { totalCount } }",
                "{ dayProgress(" + autumn + ") { started } }",
                "{ courseProgress(" + autumn + ") { totalCount } }",
                "{ dashboardStats(" + autumn + ") { totalUsers } }",
                "mutation { renewCalendarAddress(" + autumn + ") }",
                "mutation { unlockDay(dayNumber: 1, " + autumn + ") { title } }",
                "mutation { lockDay(dayNumber: 1, " + autumn + ") { title } }",
                "mutation { unlockAllDays(" + autumn + ") { title } }",
                "mutation { openDayAt(dayNumber: 1, opensAt: \"2030-01-01T00:00:00Z\") { title } }",
                "mutation { setSession(dayNumber: 1, sessionMinutes: 5) { title } }",
                "mutation { scheduleDay(dayNumber: 1, " + autumn + ") { title } }",
                "mutation { scheduleDays(startDate: \"2030-01-01\", time: \"09:00\") { title } }",
                "mutation { createCohort(input: {name: \"Mine\"}) { name } }",
                "mutation { updateCohort(" + autumn + ", input: {name: \"Mine\"}) { name } }",
                "mutation { archiveCohort(" + autumn + ") { name } }",
                "mutation { copyCohort(fromCohortId: \"main\", name: \"X\", startDate: \"2030-01-01\", time: \"09:00\", preview: true) { days { title } } }",
                "mutation { moveStudents(userIds: [\"" + ana.userId() + "\"], " + autumn + ") { userId } }",
                "mutation { grantAccess(userId: \"" + ana.userId()
                        + "\", dayNumber: 1, isOpen: true, reason: \"x\") { overrideId } }",
                "mutation { revokeOverride(overrideId: \"x\") { overrideId } }",
                "mutation { restoreDay(dayNumber: 1, actionId: \"x\") { title } }",
                "mutation { undoAction(actionId: \"x\") { actionId } }",
                "mutation { createInvite(" + autumn + ") { code } }")) {
            assertThat(code(ana, refused)).as(refused).isEqualTo("ACCESS_DENIED");
        }
        assertThat(seenBy(ana)).isEmpty();
    }

    private static String code(Student student, String document) {
        return runs.portal
                .ask(student.token(), document)
                .at("/errors/0/extensions/code")
                .asString("");
    }

    /// One cause after the other, each in the middle of an answer.
    @Test
    void anAnswerOnItsWayEndsWithTheRight() throws Exception {
        var film = TinyVideos.mp4(90, 40 * 1024 * 1024);
        var fields = Map.of("dayNumber", "3", "title", "CNRY-3-long", "cohortId", MAIN);
        var id = MediaCalls.json(runs.media.form(runs.admin(), fields, "session.mp4", film))
                .path("recordingId")
                .asString();
        Map<String, Runnable> causes = new LinkedHashMap<>();
        causes.put("a lock", () -> runs.lock(3, MAIN));
        causes.put("held back", () -> runs.except(ana, 3, false, null));
        causes.put("a move", () -> runs.move(ana, AUTUMN));
        causes.put("the clock", () -> runs.forward(60));
        for (var cause : causes.entrySet()) {
            lockAll();
            if (cause.getKey().equals("the clock")) {
                runs.except(ana, 3, true, 60);
            } else {
                runs.unlock(3, MAIN);
            }
            assertThat(afterwards(id, cause.getValue())).as(cause.getKey()).isLessThan(film.length - 20 * 1024 * 1024L);
        }
        runs.trainer("mutation { removeRecording(recordingId: \"" + id + "\") { title } }");
    }

    /// How many bytes come after the cause, all told.
    private long afterwards(String recordingId, Runnable cause) throws IOException {
        var request = "GET " + VIDEO + recordingId + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ana.token()
                + "\r\n\r\n";
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), runs.portal.address().getPort()));
            socket.getOutputStream().write(TinyVideos.ascii(request));
            var in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            in.skipNBytes(1024 * 1024);
            cause.run();
            long rest = 0;
            try {
                for (int count = in.read(new byte[65_536]); count >= 0; count = in.read(new byte[65_536])) {
                    rest += count;
                }
            } catch (SocketException reset) {
                // As good an end as any.
            }
            return rest;
        }
    }

    @Test
    void overOpenSocketsEachStudentHearsOfTheOwnCourseAlone() {
        var day = "day { " + Crawl.DAY + " }";
        try (var anas = GraphQlSocket.signedIn(runs.portal.address(), ana.token());
                var bens = GraphQlSocket.signedIn(runs.portal.address(), ben.token())) {
            for (var socket : List.of(anas, bens)) {
                socket.subscribe("unlocked", "subscription { dayUnlocked { " + Crawl.DAY + " } }");
                socket.subscribe("added", "subscription { recordingAdded { title streamUrl cohortId } }");
                socket.subscribe(
                        "progress", "subscription { progressUpdated { userId resumePositions { recordingId } } }");
                MaterialCalls.follow(socket, "subscription { dayChanged { kind cohortId userId " + day + " } }");
            }
            var heardByAna = new Heard(anas);
            var heardByBen = new Heard(bens);

            runs.unlock(1, AUTUMN);
            assertThat(heardByBen.next("unlocked").toString())
                    .contains("CNRY-1-autumn")
                    .doesNotContain("CNRY-1-main");
            assertThat(heardByBen.kind()).isEqualTo("UNLOCKED");
            runs.except(ben, 1, false, 60);
            var held = heardByBen.next("events");
            assertThat(held.at("/payload/data/dayChanged/kind").asString()).isEqualTo("LOCKED");
            assertThat(held.at("/payload/data/dayChanged/userId").asString()).isEqualTo(ben.userId());
            assertThat(held.toString()).doesNotContain("CNRY");

            // A new recording of a day that is held back, or another cohort's, is not told.
            var added = runs.trainer(("mutation { uploadRecording(dayNumber: 1, title: \"CNRY-1-news\","
                                    + " videoUrl: \"https://media.example.com/1.mp4\", duration: \"1h\", cohortId: \"%s\") { recordingId } }")
                            .formatted(runs.autumn))
                    .at("/uploadRecording/recordingId")
                    .asString();
            runs.forward(60);
            assertThat(heardByBen.kind()).as("the exception ran out").isEqualTo("UNLOCKED");
            runs.trainer("mutation { removeRecording(recordingId: \"" + added + "\") { title } }");

            // All that comes to her up to a change that everyone hears of is that one.
            runs.trainer("mutation { updateDay(dayNumber: 12, input: {title: \"The end\"}) { title } }");
            assertThat(heardByAna.next("events").toString()).contains("The end");
            assertThat(heardByAna.canaries()).isEmpty();
            runs.move(ana, AUTUMN);
            assertThat(heardByAna.next("unlocked").toString())
                    .as("the other cohort's day")
                    .contains("CNRY-1-autumn");
        }
    }

    @Test
    void theCourseAsAStudentSeesItIsExactlyThatAndTheTrainersOwn() {
        runs.unlock(1, MAIN);
        runs.except(ana, 2, true, 60);
        var asStudent = runs.portal
                .data(ana.token(), "{ trainingDays { " + Crawl.DAY + " } }")
                .path("trainingDays");
        var before = runs.trainer("{ userProgress(userId: \"" + ana.userId() + "\") { dayNumber lastAccessed } }");
        var views = viewCounts();

        var shown = runs.trainer("{ courseAs(userId: \"" + ana.userId() + "\") { " + Crawl.DAY + " } }")
                .path("courseAs");

        assertThat(Crawl.withoutTickets(shown)).isEqualTo(Crawl.withoutTickets(asStudent));
        var trainerId = runs.trainer("{ me { userId } }").at("/me/userId").asString();
        var addresses = Crawl.addresses(shown.toString());
        assertThat(addresses).hasSizeGreaterThan(8);
        for (var address : addresses) {
            assertThat(runs.media.get(address, null).statusCode()).isEqualTo(200);
            assertThat(issuedTo(address)).isEqualTo(trainerId);
        }
        assertThat(runs.trainer("{ userProgress(userId: \"" + ana.userId() + "\") { dayNumber lastAccessed } }"))
                .as("nothing is recorded as watched")
                .isEqualTo(before);
        assertThat(viewCounts()).isEqualTo(views);
        var later = runs.trainer("{ courseAs(userId: \"%s\", at: \"%s\") { %s } }"
                .formatted(ana.userId(), runs.clock.instant().plusSeconds(60), Crawl.DAY));
        assertThat(Crawl.canaries(later.toString())).isNotEmpty().allMatch(canary -> canary.startsWith("CNRY-1-"));
    }

    private static String viewCounts() {
        return runs.trainer("{ trainingDays { recordings { viewCount } } }").toString();
    }

    /// A ticket is its user's id in plain sight, and a signature.
    private static String issuedTo(String address) {
        for (var part : address.split("[/.]", -1)) {
            try {
                var lines = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8).split("\n", -1);
                if (lines.length == 4) {
                    return lines[1];
                }
            } catch (IllegalArgumentException noTicket) {
                // Another part of the address.
            }
        }
        throw new AssertionError("no ticket in " + address);
    }
}
