package training.powerbi.server.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The tables of a portal of the version before, as a zip among the test's resources. [#main] writes it with the
/// version at hand: run it before a change to how the store reads or writes, and keep what it wrote.
public final class StoreBefore {
    static final String LEARNER = "asha@example.com";
    private static final String ZIP = "/store/tables-of-1.0.0.zip";

    private StoreBefore() {}

    /// Writes the zip.
    ///
    /// @param args where to write it
    public static void main(String[] args) throws IOException {
        var data = Files.createTempDirectory("store-before");
        try (var portal = RunningPortal.over(data)) {
            teach(portal);
        }
        pack(data, Path.of(args[0]));
    }

    private static void teach(RunningPortal portal) {
        var trainer = portal.adminToken();
        var learner = portal.register(LEARNER).path("access_token").asString();
        portal.data(trainer, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
        portal.data(
                trainer, "mutation { scheduleDay(dayNumber: 2, scheduledAt: \"2031-05-06T09:00:00Z\") { dayNumber } }");
        portal.data(
                trainer,
                "mutation { uploadRecording(dayNumber: 1, title: \"Session 1\","
                        + " videoUrl: \"https://media.example.com/1.mp4\", duration: \"2h 30min\") { recordingId } }");
        portal.data(learner, "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { dayNumber } }");
        portal.data(learner, "mutation { markContentViewed(dayNumber: 1, contentType: RECORDING) { dayNumber } }");
    }

    private static void pack(Path data, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(data.resolve("Tables"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(data.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    public static void unpack(Path data) throws IOException {
        try (var in = new ZipInputStream(StoreBefore.class.getResourceAsStream(ZIP))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = data.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }
}
