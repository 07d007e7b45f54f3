package training.powerbi.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Uploads a large file both ways, in turn with a sequential write and fsync of the same bytes to the same disk.
/// Arguments: the portal's port, its admin's e-mail and password, a folder on the disk, MiB.
final class UploadBenchmark {
    private static final int ROUNDS = 3;

    private UploadBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var portal = new PortalApi(Integer.parseInt(args[0]), args[1], args[2]);
        var folder = Path.of(args[3]);
        var video = BigVideo.ofMebibytes(Long.parseLong(args[4]));
        Files.createDirectories(folder.resolve("data/Files/videos"));
        measure(System.out, portal, folder, video);
    }

    private static void measure(PrintStream out, PortalApi portal, Path folder, BigVideo video)
            throws IOException, InterruptedException {
        for (int round = 0; round <= ROUNDS; round++) {
            double write = speed(video, folder, () -> write(folder.resolve("data/Files/videos/yardstick"), video));
            double tus = speed(video, folder, () -> portal.uploadResumably(video));
            double form = speed(video, folder, () -> portal.upload(video));
            out.printf(
                    Locale.ROOT,
                    "%s: write and fsync %.0f MiB/s, tus %.0f MiB/s (%.2f), form %.0f MiB/s (%.2f)%n",
                    round == 0 ? "warm-up" : "round " + round,
                    write,
                    tus,
                    tus / write,
                    form,
                    form / write);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double speed(BigVideo video, Path folder, Work work) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        work.run();
        double speed = video.size() / (1024.0 * 1024) / ((System.nanoTime() - begin) / 1e9);
        discard(folder.resolve("data/Files/videos"));
        return speed;
    }

    private static void write(Path file, BigVideo video) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            video.writeTo(Channels.newOutputStream(channel));
            channel.force(false);
        }
    }

    /// The recordings' rows stay; their files would fill the disk, and each run must find as much memory that was in
    /// use before as the others: a virtual machine is far slower to get new one.
    private static void discard(Path videos) throws IOException {
        try (var files = Files.list(videos)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
