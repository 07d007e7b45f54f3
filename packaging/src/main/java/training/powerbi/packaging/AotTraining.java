package training.powerbi.packaging;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Teaches the packaged program to start fast: runs it once, notes which classes it uses until it is asked to end,
/// and keeps them linked in a cache beside the jars.
///
/// The program needs no exit of its own for this. Its window counts as up when it has loaded no class for a while;
/// then it is told to end as any program is. Trained is the launcher itself with the options it will have, since a
/// cache made with others is passed over.
final class AotTraining {
    private static final String NOTES = "app.aotconf";
    private static final String CACHE = "app.aot";
    private static final String CLASSES = "classes.log";
    private static final String OUTPUT = "output.log";
    private static final String SIGN_OF_A_WINDOW = "javafx.stage.Stage ";
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int QUIET_LOOKS = 16;
    private static final int MOST_LOOKS = 4 * 180;
    private static final long PATIENCE_SECONDS = 600;

    private final Platform platform;
    private final AppImage image;
    private final Path work;

    AotTraining(Platform platform, AppImage image, Path work) {
        this.platform = platform;
        this.image = image;
        this.work = work;
    }

    void train() throws IOException, InterruptedException {
        Folders.fresh(work);
        // Names relative to the folder it runs in: options are split at spaces and colons.
        image.configure(List.of(
                "-XX:AOTMode=record",
                "-XX:AOTConfiguration=$APPDIR/" + NOTES,
                "-Xlog:class+load:file=" + CLASSES + ":none",
                "-Dportal.desktop.home=home"));
        if (platform == Platform.LINUX) {
            try (var display = VirtualDisplay.open(work.resolve("xvfb.log"))) {
                var program = launcher();
                display.take(program);
                showWindow(program);
            }
        } else {
            showWindow(launcher());
        }

        image.configure(List.of(
                "-XX:AOTMode=create", "-XX:AOTConfiguration=$APPDIR/" + NOTES, "-XX:AOTCache=$APPDIR/" + CACHE));
        await(launcher().start());
        if (!Files.exists(image.besideJars(CACHE))) {
            throw new IOException("No AOT cache was made: " + output());
        }
        Files.delete(image.besideJars(NOTES));
        image.configure(List.of("-XX:AOTCache=$APPDIR/" + CACHE));
    }

    private ProcessBuilder launcher() {
        return new ProcessBuilder(image.launcher().toAbsolutePath().toString())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(work.resolve(OUTPUT).toFile()));
    }

    private void showWindow(ProcessBuilder program) throws IOException, InterruptedException {
        var process = program.start();
        try {
            awaitWindow(process);
            end(process);
            await(process);
        } finally {
            process.destroyForcibly();
        }
        if (!Files.exists(image.besideJars(NOTES))) {
            throw new IOException("The program left no notes for the AOT cache: " + output());
        }
    }

    private void awaitWindow(Process process) throws IOException, InterruptedException {
        var log = work.resolve(CLASSES);
        var known = 0L;
        var quiet = 0;
        for (var look = 0; look < MOST_LOOKS; look++) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("The program ended with " + process.exitValue() + ": " + output());
            }
            var size = Files.exists(log) ? Files.size(log) : 0;
            quiet = size == known ? quiet + 1 : 0;
            known = size;
            if (quiet >= QUIET_LOOKS && Files.readString(log).contains(SIGN_OF_A_WINDOW)) {
                return;
            }
        }
        throw new IOException("No window came: " + output());
    }

    private void end(Process process) throws IOException, InterruptedException {
        if (platform == Platform.WINDOWS) {
            // Closes the windows; a process that is destroyed there writes nothing any more.
            Tool.ofSystem(work, List.of("taskkill", "/T", "/PID", Long.toString(process.pid())));
        } else {
            process.destroy();
        }
    }

    private static void await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The program did not end");
        }
    }

    private String output() throws IOException {
        return Files.readString(work.resolve(OUTPUT), StandardCharsets.UTF_8);
    }
}
