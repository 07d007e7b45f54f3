package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;

/// A portal with two runs of the course and a clock that stands still until it is moved. Days 1 to 3 hold a canary in
/// everything that a lock hides: slides, a file, a link, and three recordings with captions, of which one is everyone's
/// and one of each cohort. Day 1 has a recording that was removed, too.
final class TwoRuns implements AutoCloseable {
    static final List<Integer> DAYS = List.of(1, 2, 3);
    static final String MAIN = "main";
    private static final String EVERYONE = "all";

    final RunningPortal portal;
    final MovableClock clock;
    final MediaCalls media;
    final MaterialCalls materials;
    final String autumn;

    /// Ids of recordings by day and whose they are, such as `1-main`.
    final Map<String, String> recordings = new LinkedHashMap<>();

    private final Map<String, Student> students = new LinkedHashMap<>();
    private String admin;

    /// Not a scanned configuration, or it would reach every other test.
    static class StandingClock {
        @Bean
        @Primary
        MovableClock standingClock() {
            return MovableClock.stoppedAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /// Someone who learns.
    record Student(String name, String userId, String token) {}

    private TwoRuns(RunningPortal portal) {
        this.portal = portal;
        clock = portal.context().getBean(MovableClock.class);
        media = new MediaCalls(portal.address());
        materials = new MaterialCalls(portal);
        admin = portal.adminToken();
        autumn = trainer("mutation { createCohort(input: {name: \"Autumn\"}) { cohortId } }")
                .at("/createCohort/cohortId")
                .asString();
        DAYS.forEach(this::fill);
        var removed = recording(1, "removed", null);
        trainer("mutation { removeRecording(recordingId: \"" + removed + "\") { title } }");
    }

    static TwoRuns over(Path data) {
        return new TwoRuns(RunningPortal.with(List.of(StandingClock.class), data));
    }

    private void fill(int day) {
        trainer(
                "mutation { updateDay(dayNumber: %1$d, input: {resourcesUrl: \"https://files.example.com/CNRY-%1$d-link\"}) { title } }"
                        .formatted(day));
        file("presentation", day, "CNRY-" + day + "-slides.pdf", "%PDF-1.7 CNRY-" + day + "-slides");
        file("resources", day, "CNRY-" + day + "-file.csv", "CNRY-" + day + "-file");
        recordings.put(day + "-" + EVERYONE, recording(day, EVERYONE, null));
        recordings.put(day + "-" + MAIN, recording(day, MAIN, MAIN));
        recordings.put(day + "-autumn", recording(day, "autumn", autumn));
    }

    private void file(String kind, int day, String name, String content) {
        var answer = materials.upload(
                admin(),
                "/api/v1/days/" + day + "/" + kind,
                name,
                content.getBytes(StandardCharsets.UTF_8),
                kind.equals("resources") ? name.replace(".csv", "") : null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String recording(int day, String whose, @Nullable String cohortId) {
        var canary = "CNRY-" + day + "-" + whose;
        var fields = new LinkedHashMap<>(Map.of("dayNumber", Integer.toString(day), "title", canary));
        if (cohortId != null) {
            fields.put("cohortId", cohortId);
        }
        var film =
                TinyVideos.join(TinyVideos.mp4(60, 1_000), TinyVideos.box("free", TinyVideos.ascii(canary + "-bytes")));
        var answer = media.form(admin(), fields, "session.mp4", film);
        assertThat(answer.statusCode()).isEqualTo(201);
        var id = MediaCalls.json(answer).path("recordingId").asString();
        var captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + canary + "-said\n";
        assertThat(materials
                        .send(
                                "PUT",
                                "/api/v1/videos/" + id + "/captions/en",
                                admin(),
                                "text/vtt",
                                captions.getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    /// What a day holds for a student of a cohort to whom it is open.
    static List<String> canaries(int day, String cohort) {
        var all = new ArrayList<String>();
        for (var content : List.of("link", "slides", "file")) {
            all.add("CNRY-" + day + "-" + content);
        }
        for (var whose : List.of(EVERYONE, cohort)) {
            for (var part : List.of("", "-bytes", "-said")) {
                all.add("CNRY-" + day + "-" + whose + part);
            }
        }
        return all;
    }

    /// A student of that cohort, made when first asked for.
    Student student(String name, String cohort) {
        return students.computeIfAbsent(name, _ -> {
            var account = portal.register(name + "@example.com");
            var made = new Student(
                    name,
                    account.at("/user/userId").asString(),
                    account.path("access_token").asString());
            move(made, cohort);
            return made;
        });
    }

    /// The same person, signed in again: tokens end while the clock is moved.
    Student again(Student student) {
        return new Student(
                student.name(),
                student.userId(),
                portal.login(student.name() + "@example.com", PortalHttp.STUDENT_PASSWORD));
    }

    void move(Student student, String cohort) {
        trainer("mutation { moveStudents(userIds: [\"%s\"], cohortId: \"%s\") { userId } }"
                .formatted(student.userId(), id(cohort)));
    }

    String id(String cohort) {
        return cohort.equals(MAIN) ? MAIN : autumn;
    }

    void unlock(int day, String cohort) {
        trainer("mutation { unlockDay(dayNumber: %d, cohortId: \"%s\") { title } }".formatted(day, id(cohort)));
    }

    void lock(int day, String cohort) {
        trainer("mutation { lockDay(dayNumber: %d, cohortId: \"%s\") { title } }".formatted(day, id(cohort)));
    }

    /// In so many seconds.
    void openIn(int seconds, int day, String cohort) {
        trainer("mutation { openDayAt(dayNumber: %d, cohortId: \"%s\", opensAt: \"%s\") { title } }"
                .formatted(day, id(cohort), clock.instant().plusSeconds(seconds)));
    }

    /// An exception.
    ///
    /// @param seconds for which it counts; null for good
    String except(Student student, int day, boolean open, @Nullable Integer seconds) {
        var until = seconds == null ? "null" : "\"" + clock.instant().plusSeconds(seconds) + "\"";
        return trainer(("mutation { grantAccess(userId: \"%s\", dayNumber: %d, isOpen: %b, reason: \"because\","
                                + " expiresAt: %s) { overrideId } }")
                        .formatted(student.userId(), day, open, until))
                .at("/grantAccess/overrideId")
                .asString();
    }

    void revoke(String overrideId) {
        trainer("mutation { revokeOverride(overrideId: \"" + overrideId + "\") { overrideId } }");
    }

    void forward(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
    }

    /// The trainer's token.
    String admin() {
        return admin;
    }

    void signInAgain() {
        admin = portal.adminToken();
    }

    /// What a trainer gets, without an error.
    JsonNode trainer(String document) {
        return portal.data(admin, document);
    }

    @Override
    public void close() {
        media.close();
        materials.close();
        portal.close();
    }
}
