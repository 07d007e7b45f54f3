package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.account.PortalUnderTest.Reply;

/// A second run of the course over the wire: made, filled, opened by the clock, with exceptions, and undone.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CohortIT {
    private static PortalUnderTest portal;
    private static String admin;
    private static String ana;
    private static String anaId;
    private static String ben;
    private static String benId;
    private static String autumn = "";

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start();
        admin = portal.adminToken();
        var first = portal.register("ana@example.org");
        ana = first.text("access_token");
        anaId = first.body().at("/user/userId").asString();
        var second = portal.register("ben@example.org");
        ben = second.text("access_token");
        benId = second.body().at("/user/userId").asString();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static JsonNode trainer(String operation) {
        var reply = portal.graphQl(admin, operation);
        assertThat(reply.body().has("errors")).as(reply.toString()).isFalse();
        return reply.body().path("data");
    }

    private static Reply tried(String mutation) {
        return portal.graphQl(admin, "mutation { " + mutation + " }");
    }

    private static String field(Reply reply) {
        return reply.body().at("/errors/0/extensions/field").asString("");
    }

    private static List<Boolean> unlocked(String token) {
        return portal.graphQl(token, "{ trainingDays { isUnlocked } }")
                .data("trainingDays")
                .valueStream()
                .map(day -> day.path("isUnlocked").asBoolean())
                .toList();
    }

    @Test
    @Order(1)
    void aSecondRunIsCopiedFromTheFirstOverThreeWeeksWithoutTwoHolidays() {
        var dates = "startDate: \"2027-03-01\", time: \"18:30\","
                + " weekdays: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], skip: [\"2027-03-08\", \"2027-03-09\"]";
        var preview = trainer("mutation { copyCohort(fromCohortId: \"main\", name: \"Autumn\", " + dates
                + ", preview: true) { cohort { cohortId } days { dayNumber scheduledAt } } }");
        assertThat(preview.at("/copyCohort/cohort").isNull()).isTrue();
        assertThat(trainer("{ cohorts { name } }").path("cohorts")).hasSize(1);

        var copied = trainer("mutation { copyCohort(fromCohortId: \"main\", name: \"Autumn\", " + dates
                + ") { cohort { cohortId name students isArchived } days { dayNumber scheduledAt } } }");
        autumn = copied.at("/copyCohort/cohort/cohortId").asString();

        assertThat(copied.at("/copyCohort/days"))
                .isEqualTo(preview.at("/copyCohort/days"))
                .hasSize(12);
        assertThat(copied.at("/copyCohort/days/5/scheduledAt").asString()).startsWith("2027-03-10");
        assertThat(trainer("{ cohorts { cohortId name } }").path("cohorts").findValuesAsString("cohortId"))
                .containsExactly("main", autumn);
        var again = tried("copyCohort(fromCohortId: \"main\", name: \"Winter\", " + dates + ") { days { dayNumber } }");
        assertThat(again.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(field(again)).isEqualTo("startDate");
    }

    @Test
    @Order(2)
    void aStudentIsMovedAndGetsTheOtherCohortsDays() {
        trainer("mutation { unlockDay(dayNumber: 1) { isUnlocked } }");
        assertThat(unlocked(ben)).startsWith(true, false);

        var moved = trainer("mutation { moveStudents(userIds: [\"" + benId + "\"], cohortId: \"" + autumn
                + "\") { userId cohortId } }");

        assertThat(moved.at("/moveStudents/0/cohortId").asString()).isEqualTo(autumn);
        assertThat(unlocked(ben)).containsOnly(false);
        assertThat(unlocked(ana)).startsWith(true, false);
        assertThat(trainer("{ users(cohortId: \"" + autumn + "\") { totalCount } }")
                        .at("/users/totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(portal.graphQl(ana, "{ trainingDays(cohortId: \"" + autumn + "\") { title } }")
                        .code())
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    @Order(3)
    void aDayOpensByTheClockForOneCohortOnceInTheLog() {
        var opensAt = portal.clock.instant().plusSeconds(60).toString();
        trainer("mutation { openDayAt(dayNumber: 2, cohortId: \"" + autumn + "\", opensAt: \"" + opensAt
                + "\") { opensAt isUnlocked } }");
        assertThat(unlocked(ben)).containsOnly(false);

        portal.clock.forward(Duration.ofSeconds(60));

        assertThat(unlocked(ben)).startsWith(false, true);
        assertThat(unlocked(ana)).startsWith(true, false);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                trainer("{ adminActions(dayNumber: 2) { edges { node { actionType adminId } } } }")
                                        .path("adminActions")
                                        .toString())
                        .contains("\"unlock_day\"", "\"schedule\""));
        var day = trainer(
                "{ trainingDay(dayNumber: 2, cohortId: \"" + autumn + "\") { isUnlocked unlockedAt opensAt } }");
        assertThat(Instant.parse(day.at("/trainingDay/unlockedAt").asString())).isEqualTo(Instant.parse(opensAt));
        assertThat(day.at("/trainingDay/opensAt").isNull()).isTrue();
        assertThat(explained(benId, 2)).isEqualTo("SCHEDULE");
        assertThat(explained(anaId, 2)).isEqualTo("LOCKED");
    }

    private static String explained(String userId, int day) {
        return trainer("{ explainAccess(userId: \"" + userId + "\", dayNumber: " + day + ") { decidedBy reason } }")
                .at("/explainAccess/decidedBy")
                .asString();
    }

    @Test
    @Order(4)
    void oneStudentIsGrantedADayForAWhile() {
        var expires = portal.clock.instant().plusSeconds(120);
        var granted = trainer("mutation { grantAccess(userId: \"" + anaId + "\", dayNumber: 7, isOpen: true,"
                + " reason: \"travels next week\", expiresAt: \"" + expires
                + "\") { overrideId createdBy { email } } }");
        assertThat(granted.at("/grantAccess/createdBy/email").asString()).isEqualTo(PortalUnderTest.ADMIN);

        assertThat(unlocked(ana).get(6)).isTrue();
        assertThat(explained(anaId, 7)).isEqualTo("GRANTED");
        var own = portal.graphQl(
                ana,
                "{ explainAccess(userId: \"" + anaId + "\", dayNumber: 7) { isOpen reason override { reason } } }");
        assertThat(own.data("explainAccess").path("isOpen").asBoolean()).isTrue();
        assertThat(own.raw().body()).doesNotContain("travels");
        assertThat(portal.graphQl(ana, "{ explainAccess(userId: \"" + benId + "\", dayNumber: 7) { isOpen } }")
                        .code())
                .isEqualTo("ACCESS_DENIED");
        var shown = trainer("{ courseAs(userId: \"" + anaId + "\") { dayNumber isUnlocked recordings { title } } }");
        assertThat(shown.at("/courseAs/6/isUnlocked").asBoolean()).isTrue();
        assertThat(shown.at("/courseAs/2/isUnlocked").asBoolean()).isFalse();
        var later = trainer("{ courseAs(userId: \"" + anaId + "\", at: \"" + expires + "\") { isUnlocked } }");
        assertThat(later.at("/courseAs/6/isUnlocked").asBoolean()).isFalse();

        portal.clock.forward(Duration.ofMinutes(2));
        assertThat(unlocked(ana).get(6)).isFalse();
        assertThat(trainer("{ overrides { overrideId } }").path("overrides")).isEmpty();
        assertThat(trainer("{ overrides(activeOnly: false) { overrideId } }").path("overrides"))
                .hasSize(1);
    }

    @Test
    @Order(5)
    void aCalendarFollowsItsStudentAndEndsWhenItIsRenewed() {
        var address = portal.graphQl(ben, "{ calendarAddress }")
                .body()
                .at("/data/calendarAddress")
                .asString();
        assertThat(portal.graphQl(ben, "{ calendarAddress }")
                        .body()
                        .at("/data/calendarAddress")
                        .asString())
                .isEqualTo(address);
        trainer("mutation { setSession(dayNumber: 2, cohortId: \"" + autumn
                + "\", joinUrl: \"https://meet.example.org/2\", sessionMinutes: 90) { joinUrl } }");

        var file = portal.get(address, null).raw();

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(file.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("https://meet.example.org/2");
        assertThat(file.body().split("BEGIN:VEVENT")).hasSize(13);
        var anas = portal.graphQl(ana, "{ calendarAddress }")
                .body()
                .at("/data/calendarAddress")
                .asString();
        assertThat(portal.get(anas, null).raw().body()).doesNotContain("BEGIN:VEVENT", "meet.example.org");
        assertThat(portal.graphQl(ben, "mutation { renewCalendarAddress }").status())
                .isEqualTo(200);
        assertThat(portal.get(address, null).status()).isEqualTo(404);
        assertThat(portal.graphQl(ben, "{ calendarAddress(cohortId: \"main\") }")
                        .code())
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    @Order(6)
    void badInputNamesItsFieldAndChangesNothing() {
        admin = portal.adminToken();
        var past = portal.clock.instant().minusSeconds(1);
        refused(
                "createCohort(input: {name: \"X\", timeZone: \"Mars/Olympus\"}) { cohortId }",
                "BAD_USER_INPUT",
                "timeZone");
        refused("createCohort(input: {name: \" \"}) { cohortId }", "BAD_USER_INPUT", "name");
        refused(
                "createCohort(input: {name: \"X\", startsOn: \"2027-02-29\"}) { cohortId }",
                "BAD_USER_INPUT",
                "startsOn");
        refused("unlockDay(dayNumber: 1, cohortId: \"nowhere\") { title }", "COHORT_NOT_FOUND", "");
        refused("unlockDay(dayNumber: 13, cohortId: \"" + autumn + "\") { title }", "DAY_NOT_FOUND", "");
        refused("openDayAt(dayNumber: 3, opensAt: \"" + past + "\") { title }", "BAD_USER_INPUT", "opensAt");
        refused(
                "setSession(dayNumber: 3, joinUrl: \"http://plain.example.org\") { title }",
                "BAD_USER_INPUT",
                "joinUrl");
        refused(grant(anaId, 3, past), "BAD_USER_INPUT", "expiresAt");
        var adminId = portal.me(admin).text("userId");
        refused(grant(adminId, 3, null), "BAD_USER_INPUT", "userId");
        refused(grant(anaId, 13, null), "DAY_NOT_FOUND", "");
        refused("archiveCohort(cohortId: \"main\") { name }", "BAD_USER_INPUT", "cohortId");
        refused(
                "moveStudents(userIds: [\"" + adminId + "\"], cohortId: \"" + autumn + "\") { userId }",
                "BAD_USER_INPUT",
                "userIds");
        refused(
                "scheduleDays(startDate: \"2027-04-01\", time: \"18:30\", weekdays: []) { title }",
                "BAD_USER_INPUT",
                "weekdays");
        refused("revokeOverride(overrideId: \"none\") { overrideId }", "NOT_FOUND", "");
        refused("undoAction(actionId: \"none\") { actionId }", "NOT_FOUND", "");
    }

    private static String grant(String userId, int day, @Nullable Instant expires) {
        return "grantAccess(userId: \"" + userId + "\", dayNumber: " + day + ", isOpen: true, reason: \"why\""
                + (expires == null ? "" : ", expiresAt: \"" + expires + "\"") + ") { overrideId }";
    }

    private static void refused(String mutation, String code, String field) {
        var reply = tried(mutation);
        assertThat(reply.code()).as("%s %s", mutation, reply).isEqualTo(code);
        assertThat(field(reply)).isEqualTo(field);
    }

    @Test
    @Order(7)
    void theAuditLogIsUndoneStepByStepToTheStart() {
        var actions = trainer("{ adminActions(first: 50) { edges { node { actionId actionType } } } }")
                .at("/adminActions/edges");
        var oldest = actions.get(actions.size() - 1).at("/node/actionId").asString();
        assertThat(actions.findValuesAsString("actionType"))
                .containsExactly(
                        "set_session",
                        "grant_access",
                        "unlock_day",
                        "open_day_at",
                        "move_student",
                        "unlock_day",
                        "create_cohort");
        var inUse = tried("undoAction(actionId: \"" + oldest + "\") { actionType }");
        assertThat(inUse.code()).isEqualTo("CONFLICTING_UPDATE");
        assertThat(inUse.body().at("/errors/0/message").asString()).contains("“move student”");

        for (var action : actions.findValuesAsString("actionId")) {
            assertThat(trainer("mutation { undoAction(actionId: \"" + action + "\") { actionType metadata } }")
                            .at("/undoAction/metadata")
                            .asString())
                    .contains(action);
        }

        assertThat(unlocked(ben)).containsOnly(false);
        assertThat(unlocked(ana)).containsOnly(false);
        assertThat(trainer("{ cohorts { cohortId } }").path("cohorts")).hasSize(1);
        var repeated = tried(
                "undoAction(actionId: \"" + actions.get(1).at("/node/actionId").asString() + "\") { actionType }");
        assertThat(repeated.code()).isEqualTo("CONFLICTING_UPDATE");
        assertThat(repeated.body().at("/errors/0/message").asString()).contains("undo");
    }

    @Test
    @Order(8)
    void aDayGetsTheTextsBackThatItHadBeforeAnAction() {
        trainer("mutation { updateDay(dayNumber: 5, input: {title: \"One\"}) { title } }");
        trainer("mutation { updateDay(dayNumber: 5, input: {title: \"Two\", description: \"More\"}) { title } }");
        trainer("mutation { unlockDay(dayNumber: 5) { title } }");
        var history = trainer("{ dayHistory(dayNumber: 5) { edges { node { actionId actionType } } } }")
                .at("/dayHistory/edges");
        assertThat(history.findValuesAsString("actionType")).containsExactly("unlock_day", "update_day", "update_day");
        var second = history.get(1).at("/node/actionId").asString();

        var restored =
                trainer("mutation { restoreDay(dayNumber: 5, actionId: \"" + second + "\") { title isUnlocked } }");

        assertThat(restored.at("/restoreDay/title").asString()).isEqualTo("One");
        assertThat(restored.at("/restoreDay/isUnlocked").asBoolean()).isTrue();
        var other = tried("restoreDay(dayNumber: 6, actionId: \"" + second + "\") { title }");
        assertThat(other.code()).isEqualTo("BAD_USER_INPUT");
        var built = tried("undoAction(actionId: \"" + second + "\") { actionType }");
        assertThat(built.code()).isEqualTo("CONFLICTING_UPDATE");
        assertThat(built.body().at("/errors/0/message").asString()).contains("restore day");
    }
}
