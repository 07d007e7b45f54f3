package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.testing.NoiseVideo;
import training.powerbi.client.testing.PortalProcess;

/// What takes processes of their own: they are killed, stopped, and get in each other's way.
class ProcessesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONTENT = 200_000_000;

    @TempDir
    private static Path folder;

    private static PortalProcess portal;
    private static Cli cli;
    private static PackagedCli packaged;
    private static Path film;

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
        cli = Cli.in(folder.resolve("trainer"), portal.address().toString());
        packaged = new PackagedCli(cli.folder(), portal);
        cli.fed(PortalProcess.ADMIN_PASSWORD + "\n", "login", "-e", PortalProcess.ADMIN_EMAIL, "--password-stdin");
        film = NoiseVideo.write(folder.resolve("Přednáška 一.mp4"), 90, CONTENT);
    }

    @AfterAll
    static void stop() throws IOException {
        portal.close();
        Files.delete(film);
    }

    @Test
    void anUploadThatWasKilledGoesOnWhereItWas() throws Exception {
        var first = packaged.start("upload", "1", film.toString(), "--title", "Session 1");
        await().atMost(PATIENCE).until(() -> note().contains("/uploads/"));
        var place = note();
        first.process().destroyForcibly().onExit().join();

        var second = packaged.start("upload", "1", film.toString(), "--title", "Session 1");

        assertThat(second.exit()).as(second.said()).isZero();
        assertThat(place).isNotEmpty();
        assertThat(second.said()).contains("goes on from there").contains("is on day 1: Session 1");
        assertThat(note()).isEmpty();
        assertThat(recordings(1)).isEqualTo(1);
    }

    @Test
    void ctrlCStopsAnUploadAndTheSameCommandGoesOn() throws Exception {
        var first = packaged.start("upload", "2", film.toString(), "--title", "Session 2");
        await().atMost(PATIENCE).until(() -> note().contains("/uploads/"));
        first.interrupt();
        assertThat(first.exit()).as(first.said()).isEqualTo(130);
        assertThat(first.said()).contains("Give the same command again");
        assertThat(recordings(2)).isZero();

        var second = cli.run("upload", "2", film.toString(), "--title", "Session 2");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).contains("goes on from there").doesNotContain("[#");
        assertThat(recordings(2)).isEqualTo(1);
    }

    @Test
    void aFileThatChangedSinceBeginsAnew() throws Exception {
        var changing = NoiseVideo.write(folder.resolve("changing.mp4"), 30, 30_000_000);
        var first = packaged.start("upload", "3", changing.toString());
        await().atMost(PATIENCE).until(() -> note().contains("/uploads/") || recordings(3) == 1);
        first.process().destroyForcibly().onExit().join();
        Files.setLastModifiedTime(changing, FileTime.from(Instant.EPOCH));

        var second = cli.run("upload", "3", changing.toString());

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).doesNotContain("goes on from there");
        assertThat(note()).isEmpty();
    }

    @Test
    void oneFileIsUploadedByOneCommandAtATime() throws Exception {
        var first = packaged.start("upload", "4", film.toString());
        await().atMost(PATIENCE).until(() -> note().contains("/uploads/"));

        var second = cli.run("upload", "4", film.toString());

        if (first.process().isAlive()) {
            assertThat(second.exit()).isEqualTo(5);
            assertThat(second.err()).contains("Another portal command");
        }
        assertThat(first.exit()).isZero();
        assertThat(recordings(4)).isLessThanOrEqualTo(2);
    }

    @Test
    void aFileThatIsNoFilmOrNotThereIsRefusedAndNothingIsLeft() throws Exception {
        var text = Files.writeString(folder.resolve("notes.mp4"), "These are notes, not a film.".repeat(100));
        var refused = cli.run("upload", "5", text.toString());
        assertThat(refused.exit()).as(refused.err()).isEqualTo(5);
        assertThat(note()).isEmpty();
        assertThat(cli.run("upload", "77", film.toString()).exit()).isEqualTo(4);
        assertThat(cli.run("upload", "5", folder.resolve("nothing.mp4").toString())
                        .exit())
                .isEqualTo(2);
        assertThat(cli.run("upload", "5", folder.toString()).exit()).isEqualTo(2);
    }

    @Test
    void twoAtOnceShareOneSessionThatHasToBeRenewed() throws Exception {
        var both = Cli.in(folder.resolve("both"), portal.address().toString());
        both.fed(PortalProcess.ADMIN_PASSWORD + "\n", "login", "-e", PortalProcess.ADMIN_EMAIL, "--password-stdin");
        var account = new PackagedCli(both.folder(), portal);
        both.expire();

        var commands = List.of(account.start("stats"), account.start("days"), account.start("audit"));

        for (var command : commands) {
            assertThat(command.exit()).as(command.said()).isZero();
        }
        both.expire();
        assertThat(both.run("stats").exit()).isZero();
    }

    @Test
    void whatHappensIsWatchedOverARestartAndEndsWell() throws Exception {
        var watching = packaged.start("watch", "--json");
        await().atMost(PATIENCE).until(() -> watching.said().contains("\"event\":\"connected\""));
        cli.run("unlock", "9");
        await().atMost(PATIENCE).until(() -> watching.said().contains("\"event\":\"dayUnlocked\",\"dayNumber\":9"));
        portal.restart();
        cli.run("lock", "9");
        await().atMost(PATIENCE).until(() -> watching.said().contains("\"event\":\"dayLocked\",\"dayNumber\":9"));

        watching.interrupt();

        assertThat(watching.exit()).as(watching.said()).isZero();
        assertThat(PackagedCli.read(watching.out()).lines()).allMatch(line -> line.startsWith("{\"at\":"));
    }

    @Test
    void theServersOwnProgramAnswersForTheStore() throws Exception {
        var checked = packaged.start(
                "server",
                "check",
                "--jar",
                jar().toString(),
                "--set",
                "portal.store.directory=" + folder.resolve("data"));
        assertThat(checked.exit()).as(checked.said()).isZero();
        assertThat(checked.said()).contains("Nothing is damaged and nothing is missing.");
        assertThat(cli.run("server", "check", "--jar", "nowhere.jar").exit()).isEqualTo(2);
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("../api-server/target"), "api-server-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static int recordings(int day) {
        return cli.run("recordings", "list", Integer.toString(day), "--json")
                .json()
                .size();
    }

    /// What is written down of uploads that are not done.
    private static String note() throws IOException {
        var notes = new StringBuilder();
        try (var files = Files.newDirectoryStream(cli.folder(), "upload-*.json")) {
            for (var file : files) {
                notes.append(PackagedCli.read(file));
            }
        }
        return notes.toString();
    }
}
