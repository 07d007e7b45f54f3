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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.testing.NoiseVideo;
import training.powerbi.client.testing.PortalProcess;

/// What takes processes of their own: they are killed, stopped, and get in each other's way.
class ProcessesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONTENT = 40_000_000;
    /// The first piece is there, and the second on its way.
    private static final long ON_THE_WAY = 20_000_000;
    private static final int TERMINATED = 143;

    @TempDir
    private static Path folder;

    private static PortalProcess portal;
    private static StallingLine line;
    private static Cli cli;
    private static PackagedCli packaged;
    private static Path film;

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
        line = new StallingLine(portal.address());
        cli = Cli.in(folder.resolve("trainer"), line.address().toString());
        packaged = new PackagedCli(cli.folder(), line.address());
        cli.fed(PortalProcess.ADMIN_PASSWORD + "\n", "login", "-e", PortalProcess.ADMIN_EMAIL, "--password-stdin");
        film = NoiseVideo.write(folder.resolve("Přednáška 一.mp4"), 90, CONTENT);
    }

    @AfterEach
    void flow() {
        line.flow();
    }

    @AfterAll
    static void stop() throws IOException {
        line.close();
        portal.close();
    }

    @Test
    void anUploadThatWasKilledGoesOnWhereItWas() throws Exception {
        var first = begun("1", film, "Session 1");
        first.process().destroyForcibly().onExit().join();
        line.flow();

        var second = packaged.start("upload", "1", film.toString(), "--title", "Session 1");

        assertThat(second.exit()).as(second.said()).isZero();
        assertThat(second.said()).contains("goes on from there").contains("is on day 1: Session 1");
        assertThat(note()).isEmpty();
        assertThat(recordings(1)).isEqualTo(1);
    }

    @Test
    void aStoppedUploadSaysSoAndTheSameCommandGoesOn() throws Exception {
        var first = begun("2", film, "Session 2");
        first.stop();
        assertThat(first.exit()).as(first.said()).isEqualTo(TERMINATED);
        assertThat(first.said()).contains("Give the same command again");
        line.flow();
        assertThat(recordings(2)).isZero();

        var second = cli.run("upload", "2", film.toString(), "--title", "Session 2");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).contains("goes on from there").doesNotContain("[#");
        assertThat(recordings(2)).isEqualTo(1);
    }

    @Test
    void aFileThatChangesIsNotPublishedAndBeginsAnew() throws Exception {
        var changing = Files.copy(film, folder.resolve("changing.mp4"));
        var first = begun("3", changing, "Session 3");
        Files.setLastModifiedTime(changing, FileTime.from(Instant.EPOCH));
        line.flow();
        assertThat(first.exit()).as(first.said()).isEqualTo(1);
        assertThat(first.said()).contains("has changed since the upload began");
        assertThat(note()).isEmpty();
        assertThat(recordings(3)).isZero();

        var killed = begun("3", changing, "Session 3");
        killed.process().destroyForcibly().onExit().join();
        Files.setLastModifiedTime(changing, FileTime.from(Instant.EPOCH.plusSeconds(60)));
        line.flow();
        var second = cli.run("upload", "3", changing.toString(), "--title", "Session 3");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).contains("begins anew");
        assertThat(recordings(3)).isEqualTo(1);
    }

    @Test
    void oneFileIsUploadedByOneCommandAtATime() throws Exception {
        var first = begun("4", film, "Session 4");

        var second = cli.run("upload", "4", film.toString());

        assertThat(second.exit()).isEqualTo(5);
        assertThat(second.err()).contains("Another portal command");
        line.flow();
        assertThat(first.exit()).as(first.said()).isZero();
        assertThat(recordings(4)).isEqualTo(1);
    }

    /// On its way, and standing there.
    private static PackagedCli.Running begun(String day, Path file, String title) throws IOException {
        line.stallAfter(ON_THE_WAY);
        var upload = packaged.start("upload", day, file.toString(), "--title", title);
        await().atMost(PATIENCE)
                .failFast("the upload ended", () -> !upload.process().isAlive())
                .until(line::isStanding);
        assertThat(note()).contains("/uploads/");
        return upload;
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
        var account = new PackagedCli(both.folder(), portal.address());
        both.expire();

        var commands = List.of(account.start("stats"), account.start("days"), account.start("audit"));

        for (var command : commands) {
            assertThat(command.exit()).as(command.said()).isZero();
        }
        both.expire();
        assertThat(both.run("stats").exit()).isZero();
    }

    @Test
    void whatHappensIsWatchedAndEndsWell() throws Exception {
        var watching = packaged.start("watch", "--json");
        await().atMost(PATIENCE).until(() -> watching.said().contains("\"event\":\"connected\""));
        cli.run("unlock", "9");
        await().atMost(PATIENCE).until(() -> watching.said().contains("\"event\":\"dayUnlocked\",\"dayNumber\":9"));
        cli.run("lock", "9");
        await().atMost(PATIENCE).until(() -> watching.said().contains("\"event\":\"dayLocked\",\"dayNumber\":9"));

        watching.stop();

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
