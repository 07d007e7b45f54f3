package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person may take away of what the portal keeps about people.
class LearnerDataIT {
    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static FullCourse course;

    @BeforeAll
    static void start() {
        portal = RunningPortal.over(data);
        course = FullCourse.on(portal);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static String address(String owner) {
        return "/api/v1/users/" + course.named(owner) + "/export";
    }

    @Test
    void aStudentGetsTheOwnAccountSessionsAndProgressAsAFile() {
        var student = course.token("student");
        portal.data(student, course.named("""
                mutation { recordPlayback(input: { recordingId: "$OPEN_RECORDING", positionSeconds: 90,
                  watched: [{ fromSeconds: 0, toSeconds: 90 }] }) { dayNumber } }
                """));
        var answer = portal.rest("GET", address("me"), student, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".json");
        var export = PortalHttp.json(answer);
        assertThat(export.at("/account/email").asString()).isEqualTo("student@example.com");
        assertThat(export.path("sessions")).hasSize(1);
        assertThat(export.at("/sessions/0").propertyNames())
                .containsExactlyInAnyOrder("startedAt", "continuedAt", "expiresAt");
        assertThat(export.at("/progress/0/dayNumber").asInt()).isEqualTo(1);
        var played = export.at("/progress/0/recordings/0");
        assertThat(played.path("positionSeconds").asInt()).isEqualTo(90);
        assertThat(played.at("/watched/0/toSeconds").asInt()).isEqualTo(90);
        assertThat(played.path("viewCountedAt").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("argon2").doesNotContainIgnoringCase("hash");
    }

    @Test
    void theSameComesAsJsonAndAsATableWithWhatTrainersDid() {
        var admin = course.token("admin");
        portal.data(admin, course.named("mutation { setUserActive(userId: \"$OTHER\", active: false) { userId } }"));
        portal.data(admin, course.named("mutation { setUserActive(userId: \"$OTHER\", active: true) { userId } }"));
        portal.data(admin, course.named("""
                mutation { grantAccess(userId: "$OTHER", dayNumber: 5, isOpen: true, reason: "asked by mail") { overrideId } }
                """));
        var json = portal.rest("GET", data("$OTHER", "json"), admin, null);
        assertThat(PortalHttp.json(json).at("/exceptions/1/reason").asString()).isEqualTo("asked by mail");
        assertThat(PortalHttp.json(json).at("/actions/1/actionType").asString()).isEqualTo("set_user_active");

        var table = portal.rest("GET", data("$OTHER", "csv"), admin, null);
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.headers().firstValue("Content-Disposition").orElse("")).contains(".csv");
        assertThat(table.body().lines())
                .startsWith("section,item,field,value")
                .contains("account,\"\",email,other@example.com")
                .contains("exceptions,\"day 5\",reason,\"asked by mail\"")
                .anyMatch(line -> line.startsWith("actions,\"\",set_user_active,20"));
        var own = portal.rest("GET", data("me", "csv"), course.token("student"), null);
        assertThat(own.body()).contains("student@example.com", "progress,\"day 5\",completionPercentage,");
        for (var ending : new String[] {"json", "csv"}) {
            assertThat(portal.rest("GET", data("$OTHER", ending), course.token("student"), null)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(portal.rest("GET", data("nobody", ending), admin, null).statusCode())
                    .isEqualTo(404);
        }
    }

    private static String data(String owner, String ending) {
        return "/api/v1/users/" + course.named(owner) + "/data." + ending;
    }

    /// The student watched a minute of day 5 before it was locked again.
    @Test
    void whatIsBehindALockIsNotInTheStudentsFileButInTheTrainers() {
        var own = portal.rest("GET", address("me"), course.token("student"), null);
        var trainers = portal.rest("GET", address("$STUDENT"), course.token("admin"), null);

        assertThat(own.body()).contains("\"dayNumber\":5").doesNotContain(course.named("$LOCKED_RECORDING"));
        assertThat(trainers.statusCode()).isEqualTo(200);
        assertThat(trainers.body()).contains(course.named("$LOCKED_RECORDING"));
    }

    @Test
    void nobodyElseGetsIt() {
        for (var owner : new String[] {"$OTHER", "$ADMIN", "nobody"}) {
            var answer = portal.rest("GET", address(owner), course.token("student"), null);
            assertThat(answer.statusCode()).as(owner).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("example.com");
        }
        assertThat(portal.rest("GET", address("me"), null, null).statusCode()).isEqualTo(401);
        var unknown = portal.rest("GET", address("nobody"), course.token("admin"), null);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(PortalHttp.json(unknown).path("code").asString()).isEqualTo("USER_NOT_FOUND");
    }
}
