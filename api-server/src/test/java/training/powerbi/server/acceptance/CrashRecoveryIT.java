package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Kills the server at random moments under eight writers and looks, after a restart, for everything that was
/// acknowledged. `-Dcrash.cycles=25` is the long form.
class CrashRecoveryIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashRecoveryIT.class);
    private static final int CYCLES = Integer.getInteger("crash.cycles", 2);
    private static final long SEED = Long.getLong("crash.seed", 1);

    private final Set<String> users = new HashSet<>();
    private final Set<String> recordings = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    void everythingAcknowledgedSurvivesKills() throws Exception {
        var random = new Random(SEED);
        LOG.info("cycle: users, sessions, recordings, toggles, edits, playback reports acknowledged");
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            var log = folder.resolve("server-" + cycle + ".log").toFile();
            CrashWriters writers;
            try (var server = ServerProcess.over(folder.resolve("data"), log)) {
                writers = writeUntilKilled(server, random);
            }
            assertThat(writers.counts()).as("acknowledged in cycle %s", cycle).allMatch(count -> count > 0);
            try (var server = ServerProcess.over(folder.resolve("data"), log);
                    var portal = new PortalHttp(server.address())) {
                verify(portal, writers);
            }
            LOG.info("{}: {}", cycle, writers.counts());
        }
    }

    private static CrashWriters writeUntilKilled(ServerProcess server, Random random) throws InterruptedException {
        try (var portal = new PortalHttp(server.address())) {
            var admin = portal.adminToken();
            portal.data(
                    admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } lockDay(dayNumber: 3) { dayNumber } }");
            var playing =
                    portal.data(admin, """
                            mutation { uploadRecording(dayNumber: 1, title: "Session",
                              videoUrl: "https://media.example.com/1.mp4", duration: "24h") { recordingId } }
                            """).at("/uploadRecording/recordingId").asString();
            var writers = new CrashWriters(server.address(), admin, playing);
            writers.start();
            long moment = random.nextLong(1_500);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> writers.counts().stream().allMatch(count -> count > 0));
            Awaitility.await().pollDelay(Duration.ofMillis(moment)).until(() -> true);
            server.kill();
            writers.awaitEnd();
            return writers;
        }
    }

    private void verify(PortalHttp portal, CrashWriters writers) {
        var admin = portal.adminToken();
        users.addAll(writers.users);
        recordings.addAll(writers.recordings);

        var allUsers = pages(portal, admin, "users", "node { userId }").stream()
                .map(edge -> edge.at("/node/userId").asString())
                .toList();
        assertThat(allUsers).doesNotHaveDuplicates().containsAll(users);
        assertThat(writers.refreshTokens)
                .allSatisfy(token -> assertThat(
                                portal.rest("POST", "/api/v1/auth/refresh", null, Map.of("refresh_token", token))
                                        .statusCode())
                        .isEqualTo(200));
        verifyRecordings(portal, admin);
        verifyDays(portal, admin, writers);
        verifyProgress(portal, admin, writers);
    }

    private void verifyRecordings(PortalHttp portal, String admin) {
        var present = new ArrayList<String>();
        portal.data(admin, "{ trainingDay(dayNumber: 2) { recordings { recordingId } } }")
                .at("/trainingDay/recordings")
                .forEach(recording -> present.add(recording.path("recordingId").asString()));
        assertThat(present).doesNotHaveDuplicates().containsAll(recordings);

        var audited = actions(portal, admin, 2).stream()
                .map(action -> action.path("metadata").asString())
                .map(metadata -> metadata.replaceAll(".*\"subject\":\"([^\"]+)\".*", "$1"))
                .toList();
        assertThat(audited).as("one audit row per recording").containsExactlyInAnyOrderElementsOf(present);
    }

    /// Each change of a day adds one to its editVersion and one row to the audit log, or neither.
    private void verifyDays(PortalHttp portal, String admin, CrashWriters writers) {
        for (int day : new int[] {3, 4}) {
            int edits = portal.data(admin, "{ trainingDay(dayNumber: %d) { editVersion } }".formatted(day))
                            .at("/trainingDay/editVersion")
                            .asInt()
                    - 1;
            assertThat(actions(portal, admin, day))
                    .as("audit rows of day %s", day)
                    .hasSize(edits);
        }
        var title = portal.data(admin, "{ trainingDay(dayNumber: 4) { title } }")
                .at("/trainingDay/title")
                .asString();
        assertThat(Integer.parseInt(title.substring("Title ".length())))
                .isGreaterThanOrEqualTo(writers.lastTitle.get());
    }

    private static void verifyProgress(PortalHttp portal, String admin, CrashWriters writers) {
        var furthest = writers.watched.stream()
                .collect(Collectors.toMap(CrashWriters.Watched::userId, CrashWriters.Watched::seconds, Math::max));
        furthest.forEach((userId, seconds) -> {
            var progress = portal.data(
                    admin,
                    "{ userProgress(userId: \"%s\") { completionPercentage resumePositions { positionSeconds } } }"
                            .formatted(userId));
            assertThat(progress.at("/userProgress/0/resumePositions/0/positionSeconds")
                            .asInt())
                    .isGreaterThanOrEqualTo(seconds);
        });
    }

    private static List<JsonNode> actions(PortalHttp portal, String admin, int day) {
        return pages(portal, admin, "adminActions(dayNumber: " + day + ")", "node { actionType metadata }").stream()
                .map(edge -> edge.path("node"))
                .toList();
    }

    /// All edges of a connection.
    private static List<JsonNode> pages(PortalHttp portal, String token, String field, String edge) {
        var edges = new ArrayList<JsonNode>();
        var cursor = "";
        JsonNode page;
        do {
            var name = field.contains("(") ? field.substring(0, field.indexOf('(')) : field;
            var arguments = field.contains("(") ? field.substring(name.length() + 1, field.length() - 1) + ", " : "";
            var after = cursor.isEmpty() ? "" : ", after: \"" + cursor + "\"";
            page = portal.data(
                            token,
                            "{ %s(%sfirst: 200%s) { edges { %s } pageInfo { hasNextPage endCursor } } }"
                                    .formatted(name, arguments, after, edge))
                    .path(name);
            page.path("edges").forEach(edges::add);
            cursor = page.at("/pageInfo/endCursor").asString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return edges;
    }
}
