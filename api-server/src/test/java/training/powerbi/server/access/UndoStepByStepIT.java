package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Undoable;

/// Every kind of action that can be undone, taken back one by one until all is as it was at the start.
class UndoStepByStepIT {
    private static final String DAYS = "dayNumber title description isUnlocked scheduledAt presentationUrl resourcesUrl"
            + " opensAt sessionMinutes joinUrl recordings { title duration videoUrl cohortId }";

    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static MovableClock clock;
    private static String ana;
    private static String autumn;
    private static String recording;

    private String admin;

    @BeforeAll
    static void start() {
        portal = RunningPortal.with(List.of(TwoRuns.StandingClock.class), data);
        clock = portal.context().getBean(MovableClock.class);
        var trainer = portal.adminToken();
        ana = portal.register("ana@example.com").at("/user/userId").asString();
        autumn = portal.data(trainer, "mutation { createCohort(input: {name: \"Autumn\"}) { cohortId } }")
                .at("/createCohort/cohortId")
                .asString();
        recording = portal.data(
                        trainer,
                        "mutation { uploadRecording(dayNumber: 1, title: \"One\", videoUrl:"
                                + " \"https://media.example.com/1.mp4\", duration: \"1h\") { recordingId } }")
                .at("/uploadRecording/recordingId")
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

    /// Of each kind one, and some on top of others.
    private static List<String> changes() {
        var cohort = ", cohortId: \"" + autumn + "\"";
        var user = "userId: \"" + ana + "\"";
        var soon = clock.instant().plusSeconds(3_600);
        return List.of(
                "unlockDay(dayNumber: 1) { title }",
                "unlockDay(dayNumber: 1" + cohort + ") { title }",
                "lockDay(dayNumber: 1" + cohort + ") { title }",
                "updateDay(dayNumber: 2, input: {title: \"Other\", resourcesUrl: \"https://files.example.com/2\"}) { title }",
                "updateDay(dayNumber: 2, input: {title: \"Third\"}) { title }",
                "setPresentation(dayNumber: 2, url: \"https://slides.example.com/2\") { title }",
                "scheduleDay(dayNumber: 3, scheduledAt: \"" + soon + "\"" + cohort + ") { title }",
                "scheduleDay(dayNumber: 3, scheduledAt: \"" + soon + "\") { title }",
                "openDayAt(dayNumber: 3, opensAt: \"" + soon + "\") { title }",
                "openDayAt(dayNumber: 3, opensAt: null) { title }",
                "setSession(dayNumber: 3, joinUrl: \"https://meet.example.com/3\", sessionMinutes: 45" + cohort
                        + ") { title }",
                "updateRecording(recordingId: \"" + recording
                        + "\", input: {title: \"Two\", duration: \"2h\"}) { title }",
                "removeRecording(recordingId: \"" + recording + "\") { title }",
                "restoreRecording(recordingId: \"" + recording + "\") { title }",
                "moveStudents(userIds: [\"" + ana + "\"], cohortId: \"" + autumn + "\") { userId }",
                "grantAccess(" + user + ", dayNumber: 4, isOpen: true, reason: \"travels\") { overrideId }",
                "grantAccess(" + user + ", dayNumber: 1, isOpen: false, reason: \"owes homework\") { overrideId }",
                "updateCohort(cohortId: \"" + autumn
                        + "\", input: {name: \"Fall\", timeZone: \"Asia/Kolkata\", startsOn: \"2028-02-29\"}) { name }",
                "createCohort(input: {name: \"Winter\"}) { name }",
                "setUserActive(" + user + ", active: false) { isActive }",
                "setUserActive(" + user + ", active: true) { isActive }",
                "setUserRole(" + user + ", role: ADMIN) { role }",
                "setUserRole(" + user + ", role: STUDENT) { role }",
                "moveStudents(userIds: [\"" + ana + "\"], cohortId: \"main\") { userId }",
                "archiveCohort(cohortId: \"" + autumn + "\") { name }");
    }

    private String newest() {
        return portal.data(admin, "{ adminActions(first: 1) { edges { node { actionId } } } }")
                .at("/adminActions/edges/0/node/actionId")
                .asString();
    }

    /// What a trainer can see of it all, without counters and times of change.
    private JsonNode state() {
        return portal.data(
                admin,
                "{ main: trainingDays { " + DAYS + " } autumn: trainingDays(cohortId: \"" + autumn + "\") { " + DAYS
                        + " }"
                        + " cohorts { cohortId name timeZone startsOn students } overrides { overrideId isOpen reason }"
                        + " users(filter: \"ana\") { edges { node { role isActive cohortId } } } }");
    }

    @Test
    void allIsTakenBackToTheStart() {
        var states = new ArrayList<JsonNode>();
        var actions = new ArrayList<String>();
        for (var change : changes()) {
            states.add(state());
            clock.forward(Duration.ofSeconds(1));
            portal.data(admin, "mutation { " + change + " }");
            actions.add(newest());
            assertThat(state()).as(change).isNotEqualTo(states.getLast());
        }
        // An exception is revoked, and that is taken back too.
        states.add(state());
        clock.forward(Duration.ofSeconds(1));
        portal.data(
                admin,
                "mutation { revokeOverride(overrideId: \"%s\") { overrideId } }"
                        .formatted(
                                states.getLast().at("/overrides/0/overrideId").asString()));
        actions.add(newest());
        var kinds = portal.data(admin, "{ adminActions(first: 100) { edges { node { actionType } } } }")
                .at("/adminActions/edges")
                .findValuesAsString("actionType");

        for (int i = actions.size() - 1; i >= 0; i--) {
            clock.forward(Duration.ofSeconds(1));
            var undone = portal.data(
                            admin,
                            "mutation { undoAction(actionId: \"" + actions.get(i) + "\") { actionType metadata } }")
                    .path("undoAction");
            assertThat(undone.path("actionType").asString()).isEqualTo("undo");
            assertThat(undone.path("metadata").asString()).contains(actions.get(i));
            assertThat(state()).as("step %d back", i).isEqualTo(states.get(i));
        }
        assertThat(undoable()).isSubsetOf(kinds).hasSizeGreaterThan(15);
        // What was undone is not undone again, and an undo is a change like any other, but not one to be undone.
        assertThat(code(actions.getFirst())).isEqualTo("CONFLICTING_UPDATE");
        assertThat(code(newest())).isEqualTo("BAD_USER_INPUT");
    }

    private static Set<String> undoable() {
        return portal.context().getBeansOfType(Undoable.class).values().stream()
                .flatMap(each -> each.types().stream())
                .map(ActionType::wireName)
                .filter(type -> !type.equals("restore_day"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String code(String actionId) {
        return undo(actionId).at("/extensions/code").asString("none");
    }

    private JsonNode undo(String actionId) {
        return portal.ask(admin, "mutation { undoAction(actionId: \"" + actionId + "\") { actionId } }")
                .at("/errors/0");
    }

    @Test
    void whatWasBuiltUponNamesByWhat() {
        var user = "userId: \"" + ana + "\"";
        for (var pair : List.of(
                List.of("unlockDay(dayNumber: 6) { title }", "lockDay(dayNumber: 6) { title }", "lock day"),
                List.of(
                        "updateDay(dayNumber: 6, input: {title: \"A\"}) { title }",
                        "updateDay(dayNumber: 6, input: {title: \"B\"}) { title }",
                        "update day"),
                List.of(
                        "setSession(dayNumber: 6, sessionMinutes: 10) { title }",
                        "setSession(dayNumber: 6, sessionMinutes: 20) { title }",
                        "set session"),
                List.of(
                        "scheduleDay(dayNumber: 6, scheduledAt: \"" + clock.instant() + "\") { title }",
                        "scheduleDays(startDate: \"2028-02-28\", time: \"10:00\") { title }",
                        "schedule day"),
                List.of(
                        "openDayAt(dayNumber: 6, opensAt: \"2028-03-01T00:00:00Z\") { title }",
                        "unlockDay(dayNumber: 6) { title }",
                        "unlock day"),
                List.of(
                        "updateRecording(recordingId: \"" + recording + "\", input: {title: \"A\"}) { title }",
                        "updateRecording(recordingId: \"" + recording + "\", input: {title: \"B\"}) { title }",
                        "update recording"),
                List.of(
                        "moveStudents(userIds: [\"" + ana + "\"], cohortId: \"" + autumn + "\") { userId }",
                        "moveStudents(userIds: [\"" + ana + "\"], cohortId: \"main\") { userId }",
                        "move student"),
                List.of(
                        "setUserActive(" + user + ", active: false) { isActive }",
                        "setUserActive(" + user + ", active: true) { isActive }",
                        "set user active"),
                List.of(
                        "updateCohort(cohortId: \"" + autumn + "\", input: {name: \"A\"}) { name }",
                        "updateCohort(cohortId: \"" + autumn + "\", input: {name: \"Autumn\"}) { name }",
                        "update cohort"))) {
            clock.forward(Duration.ofSeconds(1));
            portal.data(admin, "mutation { " + pair.get(0) + " }");
            var built = newest();
            clock.forward(Duration.ofSeconds(1));
            portal.data(admin, "mutation { " + pair.get(1) + " }");

            var refused = undo(built);

            assertThat(refused.at("/extensions/code").asString())
                    .as(pair.toString())
                    .isEqualTo("CONFLICTING_UPDATE");
            assertThat(refused.path("message").asString())
                    .contains("“" + pair.get(2) + "”")
                    .endsWith(".");
        }
        for (var mutation : List.of(
                "addResource(dayNumber: 6, title: \"T\", url: \"https://files.example.com/6\") { title }",
                "createInvite { code }")) {
            clock.forward(Duration.ofSeconds(1));
            portal.data(admin, "mutation { " + mutation + " }");
            assertThat(code(newest())).as(mutation).isEqualTo("BAD_USER_INPUT");
        }
    }

    private String made(String mutation) {
        clock.forward(Duration.ofSeconds(1));
        portal.data(admin, "mutation { " + mutation + " }");
        return newest();
    }

    private void conflicts(String actionId, String by) {
        var refused = undo(actionId);
        assertThat(refused.at("/extensions/code").asString()).as(by).isEqualTo("CONFLICTING_UPDATE");
        assertThat(refused.path("message").asString()).contains("“" + by + "”");
    }

    @Test
    void valuesThatAreAsTheyWereAgainAreSomeonesLaterChoice() {
        var first = made("unlockDay(dayNumber: 9) { title }");
        made("lockDay(dayNumber: 9) { title }");
        var last = made("unlockDay(dayNumber: 9) { title }");
        conflicts(first, "lock day");

        made("undoAction(actionId: \"" + last + "\") { actionId }");
        made("unlockDay(dayNumber: 9) { title }");
        conflicts(last, "undo");
    }

    @Test
    void oneExceptionIsNotBuiltUponByAnother() {
        var grant = "grantAccess(userId: \"" + ana + "\", dayNumber: 9, isOpen: true, reason: \"%s\") { overrideId }";
        var first = made(grant.formatted("one"));
        var second = made(grant.formatted("two"));
        made("undoAction(actionId: \"" + first + "\") { actionId }");

        made("moveStudents(userIds: [\"" + ana + "\"], cohortId: \"" + autumn + "\") { userId }");
        made("revokeOverride(overrideId: \""
                + portal.data(admin, "{ overrides(userId: \"" + ana + "\", dayNumber: 9) { overrideId } }")
                        .at("/overrides/0/overrideId")
                        .asString()
                + "\") { overrideId }");
        conflicts(second, "revoke override");
        made("moveStudents(userIds: [\"" + ana + "\"], cohortId: \"main\") { userId }");
    }

    @Test
    void whatHappenedInACohortThatWasArchivedSinceStays() {
        made("createCohort(input: {name: \"Spring\"}) { name }");
        var spring = portal.data(admin, "{ cohorts { name cohortId } }")
                .path("cohorts")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("Spring"))
                .findFirst()
                .orElseThrow()
                .path("cohortId")
                .asString();
        var unlocked = made("unlockDay(dayNumber: 1, cohortId: \"" + spring + "\") { title }");
        made("moveStudents(userIds: [\"" + ana + "\"], cohortId: \"" + spring + "\") { userId }");
        var back = made("moveStudents(userIds: [\"" + ana + "\"], cohortId: \"main\") { userId }");
        made("archiveCohort(cohortId: \"" + spring + "\") { name }");

        conflicts(unlocked, "archive cohort");
        conflicts(back, "archive cohort");
    }

    @Test
    void anUndoThatIsRepeatedWithItsKeyIsTheSameOneWhateverCameAfterIt() {
        var unlocked = made("unlockDay(dayNumber: 10) { title }");
        clock.forward(Duration.ofSeconds(1));
        var undo = "mutation { undoAction(actionId: \"" + unlocked + "\") { actionId } }";
        var first = withKey(undo);
        made("unlockDay(dayNumber: 10) { title }");

        assertThat(withKey(undo)).isEqualTo(first).contains("actionId").doesNotContain("errors");
        assertThat(state().at("/main/9/isUnlocked").asBoolean()).isTrue();
    }

    private String withKey(String document) {
        return portal.send(HttpRequest.newBuilder(portal.address().resolve("/graphql"))
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "undo-of-day-10")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}"))
                        .build())
                .body();
    }
}
