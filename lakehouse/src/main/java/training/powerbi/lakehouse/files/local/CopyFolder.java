package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of another store's files in a folder of this machine, by their paths there. A copy is whole or it is none:
/// each carries its length and checksum, and one that is damaged is removed when it is met.
///
/// Nothing here may fail its caller: without a copy the file is fetched from where it is.
public final class CopyFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CopyFolder.class);
    private static final int MAGIC = 0x5042_4331;
    private static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;
    private static final String AS_OF = ".as-of";
    private static final String TEMPORARY = ".tmp";

    private final Path root;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean refusing;

    /// A copy.
    ///
    /// @param modified milliseconds since 1970, as the other store says; 0 when it is not known
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Copy(byte[] bytes, long modified) {}

    /// A copy as the folder lists it.
    public record Entry(String path, long size) {}

    /// @param mostBytes beyond which no further copy is taken
    public CopyFolder(Path root, long mostBytes) {
        this.root = root;
        this.mostBytes = mostBytes;
        dropUnfinished();
        list("").forEach(entry -> bytes.addAndGet(entry.size()));
    }

    /// What a process that died was about to write.
    private void dropUnfinished() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(
                            file -> String.valueOf(file.getFileName()).endsWith(TEMPORARY))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("Unfinished copies stay behind", e);
        }
    }

    public Optional<Copy> find(String path) {
        var file = file(path);
        try {
            var whole = Files.readAllBytes(file);
            var copy = unpacked(whole);
            if (copy.isEmpty()) {
                LOG.warn("The copy {} is damaged and is removed", file);
                drop(path);
            }
            return copy;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The copy {} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    /// Whether the last file that was to be kept could not be.
    public boolean isRefusing() {
        return refusing;
    }

    public boolean has(String path) {
        return Files.exists(file(path));
    }

    /// Keeps a copy, in place of one that is there; says whether there was room for it. Without room there is none
    /// then:
    /// an old one may be of another file of that name.
    public boolean keep(String path, Copy copy) {
        var size = copy.bytes().length;
        if (bytes.get() + size > mostBytes) {
            if (!refusing) {
                LOG.warn(
                        "The copies in {} have no room for more: what changes from now on will be missing while the"
                                + " store is away",
                        root);
            }
            refusing = true;
            drop(path);
            return false;
        }
        var file = file(path);
        try {
            var before = sizeOf(file);
            DurableFiles.createFolders(DurableFiles.folderOf(file));
            write(file, packed(copy));
            bytes.addAndGet(size - before);
            refusing = false;
            return true;
        } catch (IOException e) {
            complain(path, e);
            drop(path);
            return false;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        var temporary = file.resolveSibling("." + file.getFileName() + TEMPORARY);
        try {
            try (var channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                DurableFiles.writeAll(channel, ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            DurableFiles.replace(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Once: a disk that is full or takes nothing would be told of with every commit.
    private void complain(String path, IOException failure) {
        if (refusing) {
            LOG.debug("{} could not be copied to this server's disk", path, failure);
        } else {
            refusing = true;
            LOG.warn(
                    "{} could not be copied to this server's disk, nor are others until it takes them: {}. A start while"
                            + " the capacity is paused shows what was copied before.",
                    path,
                    failure.toString());
        }
    }

    public void drop(String path) {
        var file = file(path);
        try {
            var size = sizeOf(file);
            if (Files.deleteIfExists(file)) {
                bytes.addAndGet(-size);
            }
        } catch (IOException e) {
            LOG.warn("The copy {} cannot be removed: {}", file, e.toString());
        }
    }

    /// The copies below the folder, by path.
    public List<Entry> list(String folder) {
        var found = new ArrayList<Entry>();
        var below = file(folder);
        if (!Files.isDirectory(below)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(below)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .forEach(file -> found.add(new Entry(path(file), sizeOf(file))));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The copies in {} cannot be listed: {}", below, e.toString());
        }
        return found;
    }

    /// Says that the copies are what is there now.
    public void current(Instant now) {
        try {
            DurableFiles.createFolders(root);
            Files.writeString(root.resolve(AS_OF + TEMPORARY), now.toString());
            Files.move(root.resolve(AS_OF + TEMPORARY), root.resolve(AS_OF), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("It cannot be noted that the copies are current", e);
        }
    }

    /// When that was said last.
    public Optional<Instant> asOf() {
        try {
            return Optional.of(
                    Instant.parse(Files.readString(root.resolve(AS_OF)).strip()));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] packed(Copy copy) {
        var content = copy.bytes();
        return ByteBuffer.allocate(HEAD + content.length)
                .putInt(MAGIC)
                .putLong(copy.modified())
                .putInt(content.length)
                .putInt(checksum(content, copy.modified()))
                .put(content)
                .array();
    }

    private static Optional<Copy> unpacked(byte[] whole) {
        if (whole.length < HEAD) {
            return Optional.empty();
        }
        var head = ByteBuffer.wrap(whole);
        var magic = head.getInt();
        var modified = head.getLong();
        var length = head.getInt();
        var sum = head.getInt();
        if (magic != MAGIC || length != whole.length - HEAD) {
            return Optional.empty();
        }
        var content = Arrays.copyOfRange(whole, HEAD, whole.length);
        return checksum(content, modified) == sum ? Optional.of(new Copy(content, modified)) : Optional.empty();
    }

    private static int checksum(byte[] content, long modified) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(modified).flip());
        sum.update(content);
        return (int) sum.getValue();
    }

    private static long sizeOf(Path file) {
        try {
            return Math.max(0, Files.size(file) - HEAD);
        } catch (IOException e) {
            return 0;
        }
    }

    /// @throws IllegalArgumentException when the path leads out of the folder
    private Path file(String path) {
        var file = root.resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new IllegalArgumentException("No path of a store: " + path);
        }
        return file;
    }

    private String path(Path file) {
        return "/" + root.relativize(file).toString().replace('\\', '/');
    }
}
