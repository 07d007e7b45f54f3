package training.powerbi.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.lakehouse.testing.Foreigner;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.acceptance.StoreBefore;
import training.powerbi.server.audit.chain.AdminActionRow;

/// The audit log proves itself, to the portal and to a program that knows nothing of it.
class AuditProofIT {
    private static final String VERIFY = "{ auditVerification { isIntact rows unchainedRows firstBadSequence reason"
            + " newestSequence newestHash isExpectedHashFound checkedAt } }";

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    private int verify(String... options) {
        said.clear();
        var arguments = Stream.concat(
                        Stream.of(options), Stream.of("--portal.store.directory=" + folder.resolve("data")))
                .toList();
        return new UpkeepCommand(said::add).execute(arguments);
    }

    private Foreigner notebook() {
        return new Foreigner(folder.resolve("data"), "admin_actions");
    }

    @Test
    void aLogOfTheVersionBeforeIsSealedAndWhateverIsDoneToItIsNamed() throws IOException {
        var data = folder.resolve("data");
        var anchor = folder.resolve("anchor.txt");
        StoreBefore.unpack(data);
        String newest;
        try (var portal =
                RunningPortal.over(data, "portal.audit.anchor=" + anchor, "portal.audit.anchor-every=100ms")) {
            newest = work(portal);
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            Files.exists(anchor) && Files.readString(anchor).contains(newest));
        }
        assertThat(Files.readAllLines(anchor)).allMatch(line -> line.matches("\\S+Z \\d+ [0-9a-f]{64}"));

        var rows = notebook().read(IndependentChain::row);
        assertThat(new IndependentChain(rows).firstBroken()).isEqualTo(-1);
        assertThat(rows.toString()).contains("\"subject\":\"person:");
        assertThat(verify("--audit-verify")).as(said.toString()).isZero();
        assertThat(verify("--audit-verify=" + newest)).as(said.toString()).isZero();
        assertThat(verify("--audit-verify=" + "0".repeat(64))).isEqualTo(1);
        assertThat(said.toString()).contains("First bad entry: 7", "entries at its end were removed");
        assertThat(verify("--audit-verify=xyz")).isEqualTo(1);
        assertThat(said.toString()).contains("64 hexadecimal digits");

        aFlippedByteIsNamed();
        byHand(rows, newest);
    }

    /// Six changes, one of them of a person.
    private static String work(RunningPortal portal) {
        var admin = portal.adminToken();
        var student = portal.register("mira@example.com");
        for (var day = 3; day <= 7; day++) {
            portal.data(admin, "mutation { unlockDay(dayNumber: " + day + ") { dayNumber } }");
        }
        var userId = student.at("/user/userId").asString();
        portal.data(admin, "mutation { setUserActive(userId: \"" + userId + "\", active: false) { userId } }");

        var entries =
                portal.data(admin, "{ adminActions(actionType: \"set_user_active\") { edges { node { metadata } } } }");
        assertThat(entries.toString()).contains("\\\"subject\\\":\\\"" + userId);
        var found = portal.data(admin, VERIFY).path("auditVerification");
        assertThat(found.path("isIntact").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.path("newestSequence").asLong()).isEqualTo(6);
        assertThat(found.path("unchainedRows").asInt()).isPositive();
        assertThat(found.path("firstBadSequence").isNull()).isTrue();
        var health = PortalHttp.json(portal.rest("GET", "/api/v1/health", admin, null));
        assertThat(health.at("/audit/sequence").asLong()).isEqualTo(6);
        assertThat(health.at("/audit/hash")).isEqualTo(found.path("newestHash"));
        assertThat(portal.rest("GET", "/api/v1/health", null, null).body()).doesNotContain("audit");
        refusals(portal, admin);
        return found.path("newestHash").asString();
    }

    private static void refusals(RunningPortal portal, String admin) {
        var wrong = portal.ask(admin, "{ auditVerification(expectedHash: \"abc\") { isIntact } }");
        assertThat(code(wrong)).isEqualTo("BAD_USER_INPUT");
        var cut = portal.data(
                admin,
                "{ auditVerification(expectedHash: \"" + "a".repeat(64)
                        + "\") { isIntact isExpectedHashFound firstBadSequence } }");
        assertThat(cut)
                .hasToString("{\"auditVerification\":{\"isIntact\":false,\"isExpectedHashFound\":false,"
                        + "\"firstBadSequence\":7}}");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    /// What someone with access to the folder may try, each with the place it is found at.
    private void byHand(List<AdminActionRow> rows, String newest) throws IOException {
        var chained = rows.stream()
                .filter(row -> row.sequence() != null)
                .sorted(Comparator.comparing(AdminActionRow::sequence))
                .toList();
        found(without(rows, chained.get(2)), 3, "Entry 3 is missing");
        var changed = chained.get(3).withMetadata("{}");
        found(replaced(rows, chained.get(3), changed), 4, "Entry 4 was changed");
        found(replaced(rows, chained.get(3), IndependentChain.hashedAnew(changed)), 4, "does not follow");
        found(
                replaced(
                        replaced(rows, chained.get(1), IndependentChain.at(chained.get(1), 3)),
                        chained.get(2),
                        IndependentChain.at(chained.get(2), 2)),
                2,
                "Entry 2 was changed");
        var inserted = new ArrayList<>(rows);
        inserted.add(IndependentChain.hashedAnew(IndependentChain.at(IndependentChain.another(chained.get(4)), 7)));
        found(inserted, 7, "does not follow");
        var unchained = rows.stream().filter(row -> row.sequence() == null).toList();
        found(without(rows, unchained.getFirst()), 0, "from before the chain");
        found(replaced(rows, unchained.getFirst(), unchained.getFirst().withMetadata("{}")), 0, "before the chain");

        notebook().overwrite(without(rows, chained.getLast()), false);
        assertThat(verify("--audit-verify"))
                .as("nobody knows without a kept hash")
                .isZero();
        assertThat(verify("--audit-verify", newest)).isEqualTo(1);
        assertThat(said.toString()).contains("First bad entry: 6");
        notebook().overwrite(rows, false);
        assertThat(verify("--audit-verify", newest)).as(said.toString()).isZero();
    }

    private void found(List<AdminActionRow> rows, int bad, String reason) throws IOException {
        notebook().overwrite(rows, false);
        assertThat(verify("--audit-verify")).as(reason).isEqualTo(1);
        assertThat(said.toString()).contains("First bad entry: " + bad + ".", reason);
    }

    private static List<AdminActionRow> without(List<AdminActionRow> rows, AdminActionRow row) {
        return rows.stream().filter(each -> !each.equals(row)).toList();
    }

    private static List<AdminActionRow> replaced(List<AdminActionRow> rows, AdminActionRow row, AdminActionRow by) {
        return rows.stream().map(each -> each.equals(row) ? by : each).toList();
    }

    private void aFlippedByteIsNamed() throws IOException {
        try (var files = Files.list(folder.resolve("data/Tables/admin_actions"))) {
            var newest = files.filter(file -> file.toString().endsWith(".parquet"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(newest);
            var flipped = bytes.clone();
            flipped[flipped.length / 2] ^= 1;
            Files.write(newest, flipped);
            assertThat(verify("--audit-verify")).as(said.toString()).isEqualTo(1);
            assertThat(said.toString()).contains("First bad entry: ", newest.getFileName() + " cannot be read");
            Files.write(newest, bytes);
        }
    }
}
