package training.powerbi.desktop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a second start bring the first one's window to the front. The first holds a lock on a file beside which it
/// says where it listens; a word known from that file keeps others on this computer from calling.
final class SingleInstance implements AutoCloseable {
    private static final int PATIENCE = 2_000;

    private final FileChannel channel;
    private final FileLock lock;
    private final ServerSocket socket;
    private final byte[] word;

    private SingleInstance(FileChannel channel, FileLock lock, ServerSocket socket, byte[] word) {
        this.channel = channel;
        this.lock = lock;
        this.socket = socket;
        this.word = word;
    }

    /// This instance when it is the first; otherwise the first one has been called, and nothing is returned.
    static Optional<SingleInstance> claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel =
                FileChannel.open(folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        var note = folder.resolve("instance");
        if (lock == null) {
            channel.close();
            call(note);
            return Optional.empty();
        }
        var socket = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        var word = UUID.randomUUID().toString();
        Files.writeString(note, socket.getLocalPort() + " " + word);
        return Optional.of(new SingleInstance(channel, lock, socket, word.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void call(Path note) {
        try {
            var parts = Files.readString(note).split(" ", 2);
            try (var first = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(parts[0]))) {
                first.getOutputStream().write(parts[1].getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException | RuntimeException e) {
            log().warn("The program runs already, but cannot be called", e);
        }
    }

    /// @param called runs each time another start calls, on a thread of its own
    void listen(Runnable called) {
        Thread.ofVirtual().name("second-start").start(() -> {
            while (!socket.isClosed()) {
                try (var caller = socket.accept()) {
                    caller.setSoTimeout(PATIENCE);
                    if (MessageDigest.isEqual(word, caller.getInputStream().readNBytes(word.length))) {
                        called.run();
                    }
                } catch (IOException e) {
                    log().debug("A call of a second start ended early", e);
                }
            }
        });
    }

    private static Logger log() {
        Logging.await();
        return LoggerFactory.getLogger(SingleInstance.class);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        lock.release();
        channel.close();
    }
}
