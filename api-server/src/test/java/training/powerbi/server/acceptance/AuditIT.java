package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every change an admin makes has one row in the audit log, and nothing else has.
class AuditIT {
    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String admin;
    private static String student;
    private static String studentId;

    @BeforeAll
    static void start() {
        portal = RunningPortal.over(data);
        admin = portal.adminToken();
        var account = portal.register("asha@example.com");
        student = account.path("access_token").asString();
        studentId = account.at("/user/userId").asString();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private record Action(String type, String metadata) {}

    private static List<Action> actions() {
        var actions = new ArrayList<Action>();
        portal.data(admin, "{ adminActions(first: 200) { edges { node { actionType metadata } } } }")
                .at("/adminActions/edges")
                .forEach(edge -> actions.add(new Action(
                        edge.at("/node/actionType").asString(),
                        edge.at("/node/metadata").asString())));
        return actions.reversed();
    }

    /// What the mutation adds to the log.
    private static List<Action> added(String token, String mutation) {
        int before = actions().size();
        portal.ask(token, "mutation { " + mutation + " }");
        var after = actions();
        return after.subList(before, after.size());
    }

    private static void isAuditedOnce(String mutation, String type, String before, String after) {
        assertThat(added(admin, mutation)).singleElement().satisfies(action -> {
            assertThat(action.type()).isEqualTo(type);
            assertThat(action.metadata()).contains("\"before\":" + before, "\"after\":" + after);
        });
        assertThat(added(admin, mutation)).as("the same again").isEmpty();
    }

    /// A lock says when and by whom the day was unlocked, for whoever undoes it.
    @Test
    void unlockingAndLockingADay() {
        isAuditedOnce(
                "unlockDay(dayNumber: 7) { dayNumber }",
                "unlock_day",
                "{\"isUnlocked\":false}",
                "{\"isUnlocked\":true}");
        isAuditedOnce(
                "lockDay(dayNumber: 7) { dayNumber }",
                "lock_day",
                "{\"isUnlocked\":true,\"unlockedAt\":\"",
                "{\"isUnlocked\":false}");
    }

    @Test
    void editingADay() {
        isAuditedOnce(
                "updateDay(dayNumber: 8, input: { title: \"New\" }) { title }",
                "update_day",
                "{\"title\":\"Time Intelligence & Date Functions\"}",
                "{\"title\":\"New\"}");
    }

    @Test
    void aRecordingsWholeLife() {
        var add = "uploadRecording(dayNumber: 9, title: \"R\", videoUrl: \"https://youtu.be/dQw4w9WgXcQ\","
                + " duration: \"1h\") { recordingId }";
        assertThat(added(admin, add))
                .singleElement()
                .satisfies(action -> assertThat(action.type()).isEqualTo("upload_recording"));
        var id = portal.data(admin, "{ trainingDay(dayNumber: 9) { recording { recordingId } } }")
                .at("/trainingDay/recording/recordingId")
                .asString();

        isAuditedOnce(
                "updateRecording(recordingId: \"%s\", input: { title: \"S\" }) { title }".formatted(id),
                "update_recording",
                "{\"title\":\"R\"}",
                "{\"title\":\"S\"}");
        isAuditedOnce(
                "removeRecording(recordingId: \"%s\") { isActive }".formatted(id),
                "remove_recording",
                "{\"isActive\":true}",
                "{\"isActive\":false}");
        isAuditedOnce(
                "restoreRecording(recordingId: \"%s\") { isActive }".formatted(id),
                "restore_recording",
                "{\"isActive\":false}",
                "{\"isActive\":true}");
    }

    @Test
    void whatAdminsDoWithAccounts() {
        isAuditedOnce(
                "setUserRole(userId: \"%s\", role: ADMIN) { role }".formatted(studentId),
                "set_user_role",
                "{\"role\":\"STUDENT\"}",
                "{\"role\":\"ADMIN\"}");
        isAuditedOnce(
                "setUserRole(userId: \"%s\", role: STUDENT) { role }".formatted(studentId),
                "set_user_role",
                "{\"role\":\"ADMIN\"}",
                "{\"role\":\"STUDENT\"}");
        assertThat(added(admin, "createInvite(maxUses: 2) { code }"))
                .singleElement()
                .satisfies(action -> assertThat(action.type()).isEqualTo("create_invite"));
        assertThat(added(admin, "createPasswordReset(userId: \"%s\") { code }".formatted(studentId)))
                .singleElement()
                .satisfies(action -> assertThat(action.type()).isEqualTo("create_password_reset"));
    }

    @Test
    void whatIsRefusedOrFailsLeavesNoTrace() {
        assertThat(added(student, "unlockDay(dayNumber: 10) { dayNumber }")).isEmpty();
        assertThat(added(admin, "unlockDay(dayNumber: 99) { dayNumber }")).isEmpty();
        assertThat(added(admin, "updateDay(dayNumber: 10, input: { title: \"\" }) { dayNumber }"))
                .isEmpty();
        assertThat(added(admin, "revokeInvite(code: \"no such code\")")).isEmpty();
    }
}
