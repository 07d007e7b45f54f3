package training.powerbi.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;

/// Backup and restore as an operator and an admin have them.
class BackupIT {
    private static final String UNLOCK = "mutation { unlockDay(dayNumber: %d) { dayNumber } }";
    private static final String STATE =
            "{ trainingDays { dayNumber title isUnlocked editVersion } users { edges { node { userId email role } } } }";

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    private UpkeepCommand.Resetting resetting = settings -> 0;

    private int command(Path data, String... options) {
        said.clear();
        var arguments = Stream.concat(Stream.of(options), Stream.of("--portal.store.directory=" + data))
                .toList();
        return new UpkeepCommand(said::add, resetting).execute(arguments);
    }

    private static String actions(PortalHttp portal, String admin) {
        return portal.data(admin, "{ adminActions { edges { node { actionType adminId metadata } } } }")
                .toString();
    }

    @Test
    void whatIsBackedUpComesBackAndTheAuditTellsOfIt() {
        var data = folder.resolve("data");
        var target = folder.resolve("backup");
        var restored = folder.resolve("restored");
        String before;
        try (var portal = RunningPortal.over(data, "portal.backup.directory=" + target, "portal.backup.keep=1")) {
            var admin = portal.adminToken();
            var student =
                    portal.register("student@example.com").path("access_token").asString();
            assertThat(portal.rest("POST", "/api/v1/backups", null, null).statusCode())
                    .isEqualTo(401);
            assertThat(portal.rest("POST", "/api/v1/backups", student, null).statusCode())
                    .isEqualTo(403);
            assertThat(portal.rest("GET", "/api/v1/backups", student, null).statusCode())
                    .isEqualTo(403);

            portal.data(admin, UNLOCK.formatted(3));
            var begun = portal.rest("POST", "/api/v1/backups", admin, null);
            assertThat(begun.statusCode()).isEqualTo(202);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !state(portal, admin).path("running").asBoolean());
            var first = state(portal, admin);
            assertThat(first.path("problem").asString("")).isEmpty();
            assertThat(first.at("/last/tables").asInt()).isGreaterThan(5);
            assertThat(actions(portal, admin))
                    .contains("create_backup", first.at("/last/id").asString());

            portal.data(admin, UNLOCK.formatted(4));
            before = portal.data(admin, STATE).toString();
            // Beside the running server, and only what is new.
            assertThat(command(data, "--backup=" + target)).isZero();
            assertThat(said).singleElement().asString().contains("tables", "New:");
            assertThat(command(data, "--backup=" + target, "--keep", "2")).isZero();
            assertThat(said).hasSize(2);
            assertThat(said.getLast()).contains("Dropped 1 older backup and", "Kept: 2.");
            assertThat(command(data, "--restore", target.toString())).isEqualTo(1);
            assertThat(said).singleElement().asString().contains("Another portal server");
            assertThat(command(data, "--store-check")).as(said.toString()).isZero();
            assertThat(said.toString()).contains("Nothing is damaged");
            assertThat(command(data, "--store-repair")).isEqualTo(1);
            assertThat(said).singleElement().asString().contains("Another portal server");
        }
        assertThat(command(data, "--restore", target.toString())).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("already", "Nothing was restored");

        assertThat(command(restored, "--restore", target.toString())).isZero();
        assertThat(said).singleElement().asString().contains("Restored the backup");
        for (var start = 0; start < 2; start++) {
            try (var portal = RunningPortal.over(restored)) {
                var admin = portal.adminToken();
                assertThat(portal.data(admin, STATE)).hasToString(before);
                assertThat(actions(portal, admin))
                        .containsOnlyOnce("restore_backup")
                        .contains("\"operator\"");
                var refused = portal.rest("POST", "/api/v1/backups", admin, null);
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body()).contains("PORTAL_BACKUP_DIR");
            }
        }
    }

    @Test
    void damageIsToldAndTakenOutWhenAgreedToAndTheAuditTellsOfIt() throws IOException {
        var data = folder.resolve("data");
        try (var portal = RunningPortal.over(data)) {
            portal.data(portal.adminToken(), UNLOCK.formatted(3));
        }
        var log = data.resolve("Tables/training_content/_delta_log");
        Path newest;
        try (var entries = Files.list(log)) {
            newest = entries.filter(file -> file.toString().endsWith(".json"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        Files.writeString(newest, Files.readString(newest).substring(0, 20));
        assertThat(command(data, "--store-check")).isEqualTo(1);
        assertThat(said.getFirst()).startsWith("DAMAGED Table training_content");
        assertThat(command(data, "--store-repair")).isEqualTo(1);
        assertThat(said.toString()).contains("training_content goes back", "1 commit is lost", "Nothing was changed");
        assertThat(newest).exists();
        assertThat(command(data, "--store-repair", "--yes")).isZero();
        assertThat(command(data, "--store-check")).as(said.toString()).isZero();

        try (var portal = RunningPortal.over(data, "portal.checkup.ask=100ms")) {
            var admin = portal.adminToken();
            assertThat(portal.data(admin, "{ trainingDay(dayNumber: 3) { isUnlocked } }")
                            .at("/trainingDay/isUnlocked")
                            .asBoolean())
                    .isFalse();
            assertThat(actions(portal, admin)).contains("repair_store", "goes back");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> health(portal, admin).path("checkup").isObject());
            assertThat(health(portal, admin).at("/checkup/problems")).isEmpty();
            assertThat(health(portal, admin).at("/checkup/dataFiles").asInt()).isPositive();
            assertThat(health(portal, null).path("checkup").isMissingNode()).isTrue();
        }
    }

    private static JsonNode health(PortalHttp portal, @Nullable String token) {
        return PortalHttp.json(portal.rest("GET", "/api/v1/health", token, null));
    }

    private static JsonNode state(PortalHttp portal, String admin) {
        return PortalHttp.json(portal.rest("GET", "/api/v1/backups", admin, null));
    }

    @Test
    void whatCannotBeMeantIsRefusedWithASentence() {
        var data = folder.resolve("data");
        assertThat(command(data, "--backup")).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("--backup=FOLDER");
        assertThat(command(data, "--backup=x", "--restore=y")).isEqualTo(1);
        assertThat(said)
                .singleElement()
                .asString()
                .contains("one of --backup, --restore, --store-check, --store-repair");
        assertThat(command(data, "--backup=" + data.resolve("inside"))).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("must not lie in one another");
        assertThat(command(data, "--backup=" + folder.resolve("backup"))).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("no tables");
        assertThat(command(data, "--store-check")).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("PORTAL_DATA_DIR");
        assertThat(command(data, "--restore=" + folder.resolve("none"))).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("There is no folder");
        assertThat(command(data, "--backup=x", "--keep=none")).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("--keep=7");
        assertThat(command(data, "--copy-store=to-onelake")).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("set FABRIC_WORKSPACE_ID");
        var workspace = "--portal.fabric.workspace-id=w";
        assertThat(command(data, "--copy-store=to-onelake", workspace)).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("FABRIC_LAKEHOUSE_ID must be set");
        assertThat(command(data, "--copy-store", workspace, "--portal.fabric.lakehouse-id=l"))
                .isEqualTo(1);
        assertThat(said).singleElement().asString().contains("--copy-store=to-folder");
        assertThat(command(data, "--store-check", "--portal.store.poll-interval=soon"))
                .isEqualTo(1);
        assertThat(said).singleElement().asString().contains("portal.store.poll-interval");
        assertThat(data).doesNotExist();
    }

    @Test
    void aNewPasswordForTheAdminIsAskedForLikeTheRest() {
        var data = folder.resolve("data");
        var seen = new ArrayList<String>();
        resetting = settings -> {
            seen.addAll(List.of(settings));
            return 0;
        };
        assertThat(command(data, "--reset-admin")).isZero();
        assertThat(seen).contains("--portal.store.directory=" + data).doesNotContain("--reset-admin");
        assertThat(command(data, "--reset-admin", "--store-check")).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("at a time");
        resetting = settings -> {
            throw PortalException.badInput("--reset-admin", "There is no admin.");
        };
        assertThat(command(data, "--reset-admin")).isEqualTo(1);
        assertThat(said).containsExactly("There is no admin.");
    }
}
