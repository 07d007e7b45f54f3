package training.powerbi.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Streams a large recording in turn with nginx, which serves the same file by sendfile. Arguments: the portal's port
/// (nginx listens on the next), its admin's e-mail and password, the process ids of the portal and of nginx's worker,
/// MiB.
final class StreamingBenchmark {
    private static final int ROUNDS = 5;
    private static final int MIB = 1024 * 1024;
    /// Until then both processors also compile what they run, for which nginx has no need.
    private static final int WARM_UP_ROUNDS = 4;

    private static final int WARM_UP_RANGES = 30_000;
    private static final int RANGES = 1_000;
    private static final int READERS = 200;
    private static final int RANGES_EACH = 30;
    private static final double TICKS_PER_SECOND = 100;

    private final PrintStream out;
    private final BigVideo video;
    private final Server portal;
    private final Server nginx;

    private record Server(String name, int port, String path, long pid) {
        /// Processor seconds used so far.
        double seconds() throws IOException {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        }

        RangeReader open() throws IOException {
            return new RangeReader(port, path);
        }
    }

    private StreamingBenchmark(PrintStream out, BigVideo video, Server portal, Server nginx) {
        this.out = out;
        this.video = video;
        this.portal = portal;
        this.nginx = nginx;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        var api = new PortalApi(port, args[1], args[2]);
        var video = BigVideo.ofMebibytes(Long.parseLong(args[5]));
        var id = api.upload(video);
        var newest = api.client().course().days().getFirst().recordings().getFirst();
        var address = Objects.requireNonNull(newest.streamUrl());
        var benchmark = new StreamingBenchmark(
                System.out,
                video,
                new Server("portal", port, address, Long.parseLong(args[3])),
                new Server("nginx", port + 1, '/' + id + ".mp4", Long.parseLong(args[4])));
        benchmark.warmUp();
        benchmark.stream();
        benchmark.ranges();
        benchmark.readers(benchmark.nginx);
        benchmark.readers(benchmark.portal);
    }

    private void warmUp() throws IOException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            whole(nginx);
            pieces();
            whole(portal);
        }
        latencies(portal, WARM_UP_RANGES, MIB / 16);
    }

    private void stream() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            double theirs = whole(nginx);
            double pieces = pieces();
            double whole = whole(portal);
            out.printf(
                    Locale.ROOT,
                    "round %d: nginx %.0f MiB/s, portal as players ask %.0f (%.2f), portal in one answer %.0f (%.2f)%n",
                    round,
                    theirs,
                    pieces,
                    pieces / theirs,
                    whole,
                    whole / theirs);
        }
    }

    private double whole(Server server) throws IOException {
        try (var reader = server.open()) {
            long begin = System.nanoTime();
            return speed(reader.whole(), begin);
        }
    }

    /// As players ask: always from where they are to the end.
    private double pieces() throws IOException {
        try (var reader = portal.open()) {
            long begin = System.nanoTime();
            long offset = 0;
            while (offset < video.size()) {
                offset += reader.from(offset);
            }
            return speed(offset, begin);
        }
    }

    private static double speed(long bytes, long begin) {
        return (double) bytes / MIB / ((System.nanoTime() - begin) / 1e9);
    }

    private void ranges() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            var theirs = latencies(nginx, RANGES, MIB);
            var ours = latencies(portal, RANGES, MIB);
            out.printf(
                    Locale.ROOT,
                    "round %d, 1 MiB ranges, one reader: nginx p50 %.2f ms p99 %.2f ms, portal p50 %.2f ms p99 %.2f ms (%.2f)%n",
                    round,
                    theirs[RANGES / 2],
                    theirs[RANGES * 99 / 100],
                    ours[RANGES / 2],
                    ours[RANGES * 99 / 100],
                    ours[RANGES * 99 / 100] / theirs[RANGES * 99 / 100]);
        }
    }

    private double[] latencies(Server server, int count, int length) throws IOException {
        var random = new Random(1);
        var times = new double[count];
        try (var reader = server.open()) {
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                reader.range(random.nextLong(video.size() - length), length);
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private void readers(Server server) throws IOException {
        var bytes = new LongAdder();
        double before = server.seconds();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < READERS; i++) {
                var random = new Random(i);
                threads.execute(() -> read(server, random, bytes));
            }
        }
        double speed = speed(bytes.sum(), begin);
        double gigabytes = bytes.sum() / 1e9;
        out.printf(
                Locale.ROOT,
                "%d readers of 1 MiB ranges, %s: %.0f MiB/s, %.2f processor seconds per GB%n",
                READERS,
                server.name(),
                speed,
                (server.seconds() - before) / gigabytes);
    }

    private void read(Server server, Random random, LongAdder bytes) {
        try (var reader = server.open()) {
            for (int i = 0; i < RANGES_EACH; i++) {
                bytes.add(reader.range(random.nextLong(video.size() - MIB), MIB));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
