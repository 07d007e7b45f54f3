package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.account.MovableClock;

/// What is refused of cohorts, clocks and exceptions: with a code, a field and a sentence, and nothing half done.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CohortRulesIT {
    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static MovableClock clock;
    private static String autumn;
    private static String archived;
    private static String ana;
    private static String anaToken;
    private static Refusals refusals;

    private String admin;

    @BeforeAll
    static void start() {
        portal = RunningPortal.with(List.of(TwoRuns.StandingClock.class), data, "portal.registration.mode=invite");
        refusals = new Refusals(portal, data);
        clock = portal.context().getBean(MovableClock.class);
        var trainer = portal.adminToken();
        autumn = cohort(trainer, "Autumn");
        archived = cohort(trainer, "Long ago");
        var invite = portal.data(trainer, "mutation { createInvite(maxUses: 9) { code } }")
                .at("/createInvite/code")
                .asString();
        var account = refusals.register("ana@example.com", invite);
        ana = account.at("/user/userId").asString();
        anaToken = account.path("access_token").asString();
    }

    private static String cohort(String trainer, String name) {
        return portal.data(trainer, "mutation { createCohort(input: {name: \"" + name + "\"}) { cohortId } }")
                .at("/createCohort/cohortId")
                .asString();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        admin = portal.adminToken();
    }

    private void refused(String mutation, String code, String field) throws IOException {
        refusals.of(admin, mutation, code, field);
    }

    @Test
    void cohortsThatCannotBe() throws IOException {
        for (var zone : List.of("Mars/Olympus", "", "+02:00", "europe/berlin", "CEST")) {
            refused(
                    "createCohort(input: {name: \"X\", timeZone: \"" + zone + "\"}) { name }",
                    "BAD_USER_INPUT",
                    "timeZone");
        }
        for (var day : List.of("2027-02-29", "2027-13-01", "1 March", "")) {
            refused(
                    "createCohort(input: {name: \"X\", startsOn: \"" + day + "\"}) { name }",
                    "BAD_USER_INPUT",
                    "startsOn");
        }
        for (var name : List.of("", "   ", "x".repeat(101), "autumn")) {
            refused("createCohort(input: {name: \"" + name + "\"}) { name }", "BAD_USER_INPUT", "name");
        }
        var courseTitle =
                portal.data(admin, "{ cohorts { name } }").at("/cohorts/0/name").asString();
        refused("createCohort(input: {name: \"" + courseTitle + "\"}) { name }", "BAD_USER_INPUT", "name");
        refused("updateCohort(cohortId: \"nowhere\", input: {name: \"X\"}) { name }", "COHORT_NOT_FOUND", "");
        refused(
                "updateCohort(cohortId: \"" + autumn + "\", input: {name: \"Long ago\"}) { name }",
                "BAD_USER_INPUT",
                "name");
        refused("archiveCohort(cohortId: \"main\") { name }", "BAD_USER_INPUT", "cohortId");
        refused("archiveCohort(cohortId: \"nowhere\") { name }", "COHORT_NOT_FOUND", "");
    }

    @Test
    void copiesThatCannotBe() throws IOException {
        var copy =
                "copyCohort(fromCohortId: \"%s\", name: \"%s\", startDate: \"%s\", time: \"%s\", %s) { days { title } }";
        for (boolean preview : new boolean[] {true, false}) {
            var more = "preview: " + preview;
            refused(copy.formatted("nowhere", "New", "2027-03-01", "18:30", more), "COHORT_NOT_FOUND", "");
            refused(copy.formatted("main", "Autumn", "2027-03-01", "18:30", more), "BAD_USER_INPUT", "name");
            refused(copy.formatted("main", "New", "2027-02-29", "18:30", more), "BAD_USER_INPUT", "startDate");
            refused(copy.formatted("main", "New", "9999-12-31", "18:30", more), "BAD_USER_INPUT", "startDate");
            refused(copy.formatted("main", "New", "2027-03-01", "24:00", more), "BAD_USER_INPUT", "time");
            refused(
                    copy.formatted("main", "New", "2027-03-01", "18:30", "weekdays: [], " + more),
                    "BAD_USER_INPUT",
                    "weekdays");
            refused(
                    copy.formatted("main", "New", "2027-03-01", "18:30", "skip: [\"2027-02-30\"], " + more),
                    "BAD_USER_INPUT",
                    "skip");
        }
        var leap = copy.formatted("main", "Leap", "2028-02-28", "18:30", "skip: [\"2028-03-01\"]");
        var made = portal.data(
                admin,
                "mutation { " + leap.replace("{ days { title } }", "{ cohort { cohortId } days { scheduledAt } }")
                        + " }");
        assertThat(made.at("/copyCohort/days/1/scheduledAt").asString()).startsWith("2028-02-29T");
        assertThat(made.at("/copyCohort/days/2/scheduledAt").asString()).startsWith("2028-03-02T");
        refused(leap.replace("Leap", "Leap again"), "BAD_USER_INPUT", "startDate");
        // An archived run's dates are free again.
        portal.data(
                admin,
                "mutation { archiveCohort(cohortId: \"%s\") { isArchived } }"
                        .formatted(made.at("/copyCohort/cohort/cohortId").asString()));
        portal.data(admin, "mutation { " + leap + " }");
        refused(leap.replace("Leap", "Leap again"), "BAD_USER_INPUT", "startDate");
    }

    @Test
    void aCohortsOwnZoneSaysWhenItsSessionsAreAndItsCopyKeepsIt() {
        var id = portal.data(
                        admin,
                        "mutation { createCohort(input: {name: \"New York\", timeZone: \"America/New_York\"}) { cohortId } }")
                .at("/createCohort/cohortId")
                .asString();
        var everyDay = "weekdays: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]";
        var planned = portal.data(
                        admin,
                        "mutation { scheduleDays(startDate: \"2027-03-12\", time: \"02:30\", " + everyDay
                                + ", opensAfterMinutes: 45, cohortId: \"" + id + "\") { scheduledAt opensAt } }")
                .path("scheduleDays");
        // On 14 March there is no half past two.
        assertThat(planned.findValuesAsString("scheduledAt"))
                .startsWith(
                        "2027-03-12T07:30:00Z", "2027-03-13T07:30:00Z", "2027-03-14T07:30:00Z", "2027-03-15T06:30:00Z");
        assertThat(planned.findValuesAsString("opensAt"))
                .startsWith(
                        "2027-03-12T08:15:00Z", "2027-03-13T08:15:00Z", "2027-03-14T08:15:00Z", "2027-03-15T07:15:00Z");

        var copied = portal.data(
                        admin,
                        "mutation { copyCohort(fromCohortId: \"" + id + "\", name: \"New York again\","
                                + " startDate: \"2027-11-05\", time: \"01:30\", " + everyDay
                                + ") { cohort { cohortId timeZone } days { scheduledAt } } }")
                .path("copyCohort");
        assertThat(copied.at("/cohort/timeZone").asString()).isEqualTo("America/New_York");
        // On 7 November half past one comes twice, and the first one counts.
        assertThat(copied.path("days").findValuesAsString("scheduledAt"))
                .startsWith(
                        "2027-11-05T05:30:00Z", "2027-11-06T05:30:00Z", "2027-11-07T05:30:00Z", "2027-11-08T06:30:00Z");
        var days = portal.data(
                admin,
                "{ trainingDays(cohortId: \"" + copied.at("/cohort/cohortId").asString()
                        + "\") { isUnlocked opensAt } }");
        assertThat(days.toString()).doesNotContain("true").contains("\"opensAt\":null");
    }

    @Test
    void anInviteIntoMainSaysMainAsAccountsDo() {
        var invite = portal.data(admin, "mutation { createInvite(cohortId: \"main\") { code cohortId } }");
        refusals.register("mia@example.com", invite.at("/createInvite/code").asString());
        var users = portal.data(
                admin, "{ users(filter: \"mia@\", cohortId: \"main\") { totalCount edges { node { cohortId } } } }");
        assertThat(invite.toString() + users).contains("\"totalCount\":1").doesNotContain("\"cohortId\":\"");
    }

    @Test
    void anArchivedCohortTakesNothingAnyMore() throws IOException {
        var invite = portal.data(admin, "mutation { createInvite(cohortId: \"" + archived + "\") { code } }")
                .at("/createInvite/code")
                .asString();
        portal.data(admin, "mutation { archiveCohort(cohortId: \"" + archived + "\") { isArchived } }");
        var into = "cohortId: \"" + archived + "\"";

        for (var change : List.of(
                "updateCohort(" + into + ", input: {name: \"Back\"}) { name }",
                "unlockDay(dayNumber: 1, " + into + ") { title }",
                "lockDay(dayNumber: 1, " + into + ") { title }",
                "unlockAllDays(" + into + ") { title }",
                "openDayAt(dayNumber: 1, opensAt: \"2030-01-01T00:00:00Z\", " + into + ") { title }",
                "setSession(dayNumber: 1, sessionMinutes: 60, " + into + ") { title }",
                "scheduleDay(dayNumber: 1, scheduledAt: \"" + clock.instant() + "\", " + into + ") { title }",
                "scheduleDays(startDate: \"2027-03-01\", time: \"18:30\", " + into + ") { title }",
                "moveStudents(userIds: [\"" + ana + "\"], " + into + ") { userId }",
                "createInvite(" + into + ") { code }",
                "uploadRecording(dayNumber: 1, title: \"T\", videoUrl: \"https://media.example.com/1.mp4\", duration: \"1h\", "
                        + into + ") { title }")) {
            refused(change, "BAD_USER_INPUT", "cohortId");
        }
        assertThat(refusals.register("late@example.com", invite).path("code").asString())
                .isEqualTo("REGISTRATION_CLOSED");
        // Its name is free again, so that it does not come back beside another of that name.
        var archiving = portal.data(
                        admin,
                        "{ adminActions(actionType: \"archive_cohort\") { edges { node { actionId metadata } } } }")
                .at("/adminActions/edges")
                .valueStream()
                .filter(edge -> edge.at("/node/metadata").asString().contains(archived))
                .findFirst()
                .orElseThrow()
                .at("/node/actionId")
                .asString();
        cohort(admin, "Long ago");
        refused("undoAction(actionId: \"" + archiving + "\") { actionId }", "BAD_USER_INPUT", "name");
    }

    @Test
    void exceptionsMovesAndClocksThatCannotBe() throws IOException {
        var trainerId = portal.data(admin, "{ me { userId } }").at("/me/userId").asString();
        var now = clock.instant();
        var grant =
                "grantAccess(userId: \"%s\", dayNumber: %s, isOpen: true, reason: \"%s\", expiresAt: %s) { overrideId }";
        for (var day : List.of("13", "0", "-1", "2147483647")) {
            refused(grant.formatted(ana, day, "why", "null"), "DAY_NOT_FOUND", "");
        }
        refused(grant.formatted("nobody", "1", "why", "null"), "USER_NOT_FOUND", "");
        refused(grant.formatted(trainerId, "1", "why", "null"), "BAD_USER_INPUT", "userId");
        for (var reason : List.of("", "  ", "x".repeat(501))) {
            refused(grant.formatted(ana, "1", reason, "null"), "BAD_USER_INPUT", "reason");
        }
        for (var expiry : List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(40_000)))) {
            refused(grant.formatted(ana, "1", "why", "\"" + expiry + "\""), "BAD_USER_INPUT", "expiresAt");
        }
        var move = "moveStudents(userIds: [%s], cohortId: \"%s\") { userId }";
        refused(move.formatted("", autumn), "BAD_USER_INPUT", "userIds");
        refused(move.formatted("\"" + ana + "\"", "nowhere"), "COHORT_NOT_FOUND", "");
        refused(move.formatted("\"" + ana + "\",\"nobody\"", autumn), "USER_NOT_FOUND", "");
        refused(move.formatted("\"" + ana + "\",\"" + trainerId + "\"", autumn), "BAD_USER_INPUT", "userIds");
        for (var opens : List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(40_000)))) {
            refused("openDayAt(dayNumber: 3, opensAt: \"" + opens + "\") { title }", "BAD_USER_INPUT", "opensAt");
        }
        refused("openDayAt(dayNumber: 13, opensAt: \"" + now.plusSeconds(9) + "\") { title }", "DAY_NOT_FOUND", "");
        for (var address : List.of(
                "http://x.example",
                "javascript:alert(1)",
                "https://me:secret@x.example",
                "https://",
                "x",
                "https://x.example/" + "y".repeat(2_000))) {
            refused("setSession(dayNumber: 3, joinUrl: \"" + address + "\") { title }", "BAD_USER_INPUT", "joinUrl");
        }
        for (int minutes : new int[] {0, -1, 1_441}) {
            refused(
                    "setSession(dayNumber: 3, sessionMinutes: " + minutes + ") { title }",
                    "BAD_USER_INPUT",
                    "sessionMinutes");
        }
        var today = now.atZone(ZoneId.of("UTC")).toLocalDate();
        var plan = "scheduleDays(startDate: \"%s\", time: \"00:00\", opensAfterMinutes: %d) { title }";
        refused(plan.formatted(today.plusDays(5), -1), "BAD_USER_INPUT", "opensAfterMinutes");
        refused(plan.formatted(today.plusDays(5), 20_161), "BAD_USER_INPUT", "opensAfterMinutes");
        refused(plan.formatted(today.minusDays(9), 0), "BAD_USER_INPUT", "opensAfterMinutes");
        refused("restoreDay(dayNumber: 1, actionId: \"none\") { title }", "NOT_FOUND", "");
        refused("undoAction(actionId: \"none\") { actionId }", "NOT_FOUND", "");
        refused("revokeOverride(overrideId: \"none\") { overrideId }", "NOT_FOUND", "");
    }

    @Test
    void listsWithoutAnEndAreRefusedBeforeTheyAreLookedAt() throws IOException {
        long before = refusals.commits();
        var move = "mutation($ids: [ID!]!, $into: ID!) { moveStudents(userIds: $ids, cohortId: $into) { userId } }";
        for (int count : new int[] {1_001, 100_000}) {
            var ids = IntStream.range(0, count)
                    .mapToObj(i -> UUID.randomUUID().toString())
                    .toList();
            var answer = PortalHttp.json(portal.post(admin, move, Map.of("ids", ids, "into", autumn)));
            var code = answer.at("/errors/0/extensions/code")
                    .asString(answer.path("code").asString());
            assertThat(code).isEqualTo(count < 2_000 ? "BAD_USER_INPUT" : "TOO_LARGE");
        }
        var plan =
                "mutation($skip: [String!]) { copyCohort(fromCohortId: \"main\", name: \"X\", startDate: \"2027-03-01\","
                        + " time: \"18:30\", skip: $skip, preview: true) { days { title } } }";
        var skip = Map.of("skip", Collections.nCopies(1_001, "2027-03-01"));
        assertThat(PortalHttp.json(portal.post(admin, plan, skip))
                        .at("/errors/0/extensions/field")
                        .asString())
                .isEqualTo("skip");
        assertThat(refusals.commits()).isEqualTo(before);
    }

    /// The last one, since no other cohort fits afterwards.
    @Test
    @Order(Integer.MAX_VALUE)
    void exceptionsOfOneStudentAndCohortsAndNewAddressesHaveAnEnd() throws IOException {
        var account = refusals.register(
                "much@example.com",
                portal.data(admin, "mutation { createInvite { code } }")
                        .at("/createInvite/code")
                        .asString());
        var much = account.at("/user/userId").asString();
        var grant = "grantAccess(userId: \"" + much + "\", dayNumber: 1, isOpen: true, reason: \"why\") { overrideId }";
        var first = many(100, grant);
        refused(grant, "BAD_USER_INPUT", "userId");
        portal.data(admin, "mutation { revokeOverride(overrideId: \"" + first + "\") { overrideId } }");
        portal.data(admin, "mutation { " + grant + " }");

        int room = 100
                - portal.data(admin, "{ cohorts { cohortId } }").path("cohorts").size();
        for (int i = 0; i < room; i += 15) {
            portal.data(
                    admin,
                    IntStream.range(i, Math.min(i + 15, room))
                            .mapToObj(n -> "n" + n + ": createCohort(input: {name: \"Run " + n + "\"}) { cohortId }")
                            .collect(Collectors.joining(" ", "mutation { ", " }")));
        }
        refused("createCohort(input: {name: \"One more\"}) { name }", "BAD_USER_INPUT", "name");
        refused(
                "copyCohort(fromCohortId: \"main\", name: \"X\", startDate: \"2027-05-03\", time: \"07:00\") { days { title } }",
                "BAD_USER_INPUT",
                "name");
        portal.data(admin, "{ cohorts { cohortId name } }")
                .path("cohorts")
                .valueStream()
                .filter(made -> made.path("name").asString().startsWith("Run "))
                .limit(1)
                .forEach(made -> portal.data(
                        admin,
                        "mutation { archiveCohort(cohortId: \""
                                + made.path("cohortId").asString() + "\") { name } }"));
        var archiving = portal.data(
                        admin,
                        "{ adminActions(first: 1, actionType: \"archive_cohort\") { edges { node { actionId } } } }")
                .at("/adminActions/edges/0/node/actionId")
                .asString();
        cohort(admin, "One more");
        refused("undoAction(actionId: \"" + archiving + "\") { actionId }", "BAD_USER_INPUT", "name");

        for (int i = 0; i < 20; i++) {
            assertThat(portal.data(anaToken, "mutation { renewCalendarAddress }")
                            .path("renewCalendarAddress")
                            .asString())
                    .startsWith("/api/v1/calendar/");
        }
        var spent = portal.ask(anaToken, "mutation { renewCalendarAddress }").at("/errors/0");
        assertThat(spent.at("/extensions/code").asString()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(spent.path("message").asString()).contains("try again in");
    }

    /// @return what the first of them made
    private String many(int count, String mutation) {
        var first = "";
        for (int done = 0; done < count; done += 10) {
            var made = portal.data(
                    admin,
                    IntStream.range(0, 10)
                            .mapToObj(i -> "n" + i + ": " + mutation)
                            .collect(Collectors.joining(" ", "mutation { ", " }")));
            first = made.at("/n0/overrideId").asString();
        }
        return first;
    }

    @Test
    void aFeedEndsWithItsAccountAndIsFoundByNobodyWhoGuesses() {
        var address = portal.data(anaToken, "{ calendarAddress }")
                .path("calendarAddress")
                .asString();
        var ok = portal.rest("GET", address, null, null);
        assertThat(ok.statusCode()).isEqualTo(200);
        assertThat(portal.rest("HEAD", address, null, null).statusCode()).isEqualTo(200);
        for (var guess : List.of("x", address.substring(18, address.length() - 5), "%00", "a".repeat(4_000), "*")) {
            var answer = portal.rest("GET", "/api/v1/calendar/" + guess + ".ics", null, null);
            assertThat(answer.statusCode()).as(guess).isIn(400, 404);
        }
        portal.data(admin, "mutation { setUserActive(userId: \"" + ana + "\", active: false) { isActive } }");
        assertThat(portal.rest("GET", address, null, null).statusCode()).isEqualTo(404);
        portal.data(admin, "mutation { setUserActive(userId: \"" + ana + "\", active: true) { isActive } }");
        // A session of the moment in which all were ended would be one of them.
        clock.forward(Duration.ofSeconds(1));
        anaToken = portal.login("ana@example.com", PortalHttp.STUDENT_PASSWORD);
    }
}
