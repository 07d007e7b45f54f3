package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A key belongs to one operation with its arguments.
class IdempotencyIT {
    private static final String ADD = "mutation { uploadRecording(dayNumber: %d, title: \"%s\","
            + " videoUrl: \"https://vimeo.com/76979871\", duration: \"1h\") { recordingId title } }";
    private static final String LOCK = "mutation { lockDay(dayNumber: %d) { isUnlocked } }";
    private static final String UNLOCK = "mutation { unlockDay(dayNumber: %d) { isUnlocked } }";

    @TempDir
    private Path data;

    private static JsonNode ask(RunningPortal portal, String token, String key, String document) {
        return PortalHttp.json(portal.send(HttpRequest.newBuilder(
                        portal.address().resolve("/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", document))))
                .build()));
    }

    private static void refused(JsonNode answer) {
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/extensions/field").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void aKeyWithOtherArgumentsDoesNothingAndSaysSoAfterARestartToo() {
        var add = UUID.randomUUID().toString();
        var unlock = UUID.randomUUID().toString();
        var nothing = UUID.randomUUID().toString();
        String recording;
        try (var portal = RunningPortal.over(data)) {
            var admin = portal.adminToken();
            recording = ask(portal, admin, add, ADD.formatted(1, "one"))
                    .at("/data/uploadRecording/recordingId")
                    .asString();
            assertThat(ask(portal, admin, unlock, UNLOCK.formatted(3)).has("errors"))
                    .isFalse();
            // What changes nothing has its key all the same.
            assertThat(ask(portal, admin, nothing, LOCK.formatted(7)).has("errors"))
                    .isFalse();
            refused(ask(portal, admin, nothing, LOCK.formatted(3)));
            refused(ask(portal, admin, unlock, "mutation { unlockAllDays { dayNumber } }"));
            look(portal, admin, add, unlock, recording);
        }
        try (var portal = RunningPortal.over(data)) {
            look(portal, portal.adminToken(), add, unlock, recording);
        }
    }

    @Test
    void aKeyOfAChangeToManyDaysIsKnownAfterARestart() {
        var start =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusMonths(1);
        var plan = "mutation { scheduleDays(startDate: \"%s\", time: \"09:00\") { dayNumber } }".formatted(start);
        var unlockAll = "mutation { unlockAllDays { dayNumber } }";
        var scheduled = UUID.randomUUID().toString();
        var unlocked = UUID.randomUUID().toString();
        try (var portal = RunningPortal.over(data)) {
            var admin = portal.adminToken();
            assertThat(ask(portal, admin, scheduled, plan).has("errors")).isFalse();
            assertThat(ask(portal, admin, unlocked, unlockAll).has("errors")).isFalse();
            assertThat(ask(portal, admin, UUID.randomUUID().toString(), LOCK.formatted(3))
                            .has("errors"))
                    .isFalse();
        }
        try (var portal = RunningPortal.over(data)) {
            var admin = portal.adminToken();
            refused(ask(portal, admin, unlocked, UNLOCK.formatted(3)));
            refused(ask(portal, admin, scheduled, "mutation { scheduleDay(dayNumber: 2) { dayNumber } }"));
            assertThat(ask(portal, admin, unlocked, unlockAll).has("errors")).isFalse();
            assertThat(ask(portal, admin, scheduled, plan).has("errors")).isFalse();
            assertThat(portal.data(admin, "{ unlockedDays { dayNumber } }").findValuesAsString("dayNumber"))
                    .hasSize(11)
                    .doesNotContain("3");
            assertThat(portal.data(admin, "{ adminActions { totalCount } }")
                            .at("/adminActions/totalCount")
                            .asInt())
                    .isEqualTo(12 + 12 + 1);
        }
    }

    private static void look(RunningPortal portal, String admin, String add, String unlock, String recording) {
        refused(ask(portal, admin, add, ADD.formatted(2, "one")));
        refused(ask(portal, admin, add, ADD.formatted(1, "two")));
        refused(ask(portal, admin, add, UNLOCK.formatted(1)));
        refused(ask(portal, admin, unlock, UNLOCK.formatted(4)));
        assertThat(ask(portal, admin, add, ADD.formatted(1, "one"))
                        .at("/data/uploadRecording/recordingId")
                        .asString())
                .isEqualTo(recording);
        assertThat(ask(portal, admin, unlock, UNLOCK.formatted(3)).has("errors"))
                .isFalse();
        assertThat(portal.data(admin, "{ trainingDays { isUnlocked recordings { title } } }")
                        .findValuesAsString("title"))
                .containsExactly("one");
        assertThat(portal.data(admin, "{ unlockedDays { dayNumber } }").findValuesAsString("dayNumber"))
                .containsExactly("3");
    }

    @Test
    void aKeyOfACodeForOnePersonMakesNoneForAnother() {
        try (var portal = RunningPortal.over(data)) {
            var admin = portal.adminToken();
            var key = UUID.randomUUID().toString();
            var reset = "mutation { createPasswordReset(userId: \"%s\") { code } }";
            var first = userId(portal.register("first@example.com"));
            var second = userId(portal.register("second@example.com"));
            assertThat(ask(portal, admin, key, reset.formatted(first)).has("errors"))
                    .isFalse();
            var other = ask(portal, admin, key, reset.formatted(second));
            refused(other);
            assertThat(other.at("/errors/0/message").asString()).contains("belongs to another change");
        }
    }

    private static String userId(JsonNode account) {
        return account.at("/user/userId").asString();
    }
}
