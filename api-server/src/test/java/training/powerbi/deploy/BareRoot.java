package training.powerbi.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A root folder with nothing in it but what is put there, a Java, and the C library that Java needs; in it a program
/// runs as somebody without rights, as an engine for containers would run it.
record BareRoot(Path folder) {
    private static final Path JAVA = Path.of("opt/java/openjdk");
    private static final List<String> LIBRARIES = List.of("lib", "lib64", "usr/lib");

    /// Whether this machine lets us make one. Root in a container may have mounts of its own and still not make any.
    static boolean isPossible() throws InterruptedException {
        var mounts = "mount --bind -o ro /usr/lib /usr/lib && mount -t proc proc /proc";
        try {
            return new ProcessBuilder("unshare", "--mount", "--propagation", "private", "sh", "-c", mounts)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static BareRoot in(Path folder) throws IOException {
        for (var each : List.of("dev", "proc", "tmp", "etc", "usr", JAVA.toString())) {
            Files.createDirectories(folder.resolve(each));
        }
        for (var each : LIBRARIES) {
            Files.createDirectories(folder.resolve(each));
        }
        for (var device : List.of("null", "random", "urandom")) {
            Files.createFile(folder.resolve("dev").resolve(device));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.resolve("tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        return new BareRoot(folder);
    }

    Path at(String path) {
        return folder.resolve(path.startsWith("/") ? path.substring(1) : path);
    }

    /// As `COPY` does: a folder's content, or a file into a folder.
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            Files.copy(from, to.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(each -> {
                try {
                    var target = to.resolve(from.relativize(each).toString());
                    if (Files.isDirectory(each)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(each, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /// Starts the program; the process that comes back is the program itself, which signals reach.
    Process start(int user, String workFolder, Map<String, String> environment, List<String> program, Path log)
            throws IOException {
        var script = new StringBuilder("set -e; cd '" + folder + "'\n");
        for (var each : LIBRARIES) {
            script.append("if [ -d /%1$s ]; then mount --bind -o ro /%1$s %1$s; fi\n".formatted(each));
        }
        script.append("mount --bind -o ro \"$JAVA\" " + JAVA + "\nunset JAVA\n");
        script.append("for d in null random urandom; do mount --bind /dev/$d dev/$d; done; mount -t proc proc proc\n");
        script.append("exec unshare --root=. --wd=%s --setgid=%d --setuid=%d /%s/bin/java \"$@\"\n"
                .formatted(workFolder, user, user, JAVA));
        var command = new ArrayList<>(
                List.of("unshare", "--mount", "--propagation", "private", "sh", "-c", script.toString(), "sh"));
        command.addAll(program.subList(1, program.size()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("JAVA", System.getProperty("java.home"));
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return builder.start();
    }
}
