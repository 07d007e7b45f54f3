package training.powerbi.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an open connection costs the server: live heap after a full collection, and resident memory beyond the heap.
/// Arguments: the port, the admin's e-mail and password, the server's process and how many connections to open. The
/// server has touched all of its heap at the start, so that what its resident memory grows by is something else.
final class SocketBenchmark {
    /// As many as the portal lets one user have.
    private static final int PER_STUDENT = 10;

    private final String process;
    private final int count;
    private final PrintStream out;

    private SocketBenchmark(String process, int count, PrintStream out) {
        this.process = process;
        this.count = count;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        int count = Integer.parseInt(args[4]);
        var portal = new PortalApi(port, args[1], args[2]);
        var invite = portal.invite();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < count; i += PER_STUDENT) {
            tokens.add(portal.student(invite));
        }
        var benchmark = new SocketBenchmark(args[3], count, System.out);
        benchmark.measure("warm-up", i -> OpenConnection.socket(port, tokens.get(i / PER_STUDENT)));
        benchmark.measure("sockets", i -> OpenConnection.socket(port, tokens.get(i / PER_STUDENT)));
        benchmark.measure("event streams", i -> OpenConnection.stream(port, tokens.get(i / PER_STUDENT)));
        benchmark.measure("kept connections", i -> OpenConnection.kept(port));
    }

    private void measure(String name, Opening opening) throws IOException, InterruptedException {
        var heap = heap();
        var resident = resident();
        var begin = System.nanoTime();
        List<OpenConnection> open = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                open.add(opening.open(i));
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%-17s %5d  %6.1f KiB heap  %6.1f KiB beside it  opened in %.1f s%n",
                    name,
                    count,
                    (heap() - heap) / 1024.0 / count,
                    (resident() - resident) / 1024.0 / count,
                    seconds);
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
        awaitAllGone();
    }

    /// What the kernel still lists are the ends that the server has not closed yet.
    private void awaitAllGone() throws IOException, InterruptedException {
        for (int tries = 0; tries < 600 && descriptors() > count / 10 + 500; tries++) {
            Thread.sleep(100);
        }
    }

    private long descriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc", process, "fd"))) {
            return open.count();
        }
    }

    /// Bytes of what is alive, after the collection that counting them begins with.
    private long heap() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var counting = new ProcessBuilder(jcmd, process, "GC.class_histogram").start();
        var lines = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        counting.waitFor();
        return Long.parseLong(
                lines.strip().lines().reduce("", (_, line) -> line).split("\\s+", -1)[2]);
    }

    private long resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", process, "status"))) {
            var line = lines.filter(status -> status.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
    }

    @FunctionalInterface
    private interface Opening {
        OpenConnection open(int number) throws IOException;
    }
}
