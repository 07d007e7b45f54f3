package training.powerbi.lakehouse.files.local;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records on this machine's disk, one behind the other. What [#append] has returned of survives a power cut. A file
/// that ends within a record, as after one, is read up to its last whole record and goes on from there. Needs of the
/// disk no more than appending, flushing and renaming. Of use to one thread at a time.
public final class JournalFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final int HEAD = 2 * Integer.BYTES;

    private final Path file;
    private final Opening opening;
    private final List<byte[]> found = new ArrayList<>();
    private FileChannel channel;
    private long end;

    /// How a file is opened.
    interface Opening {
        FileChannel open(Path file) throws IOException;
    }

    /// Opens the file; makes it when there is none.
    ///
    /// @throws IOException when the disk does not let it be read or mended
    public JournalFile(Path file) throws IOException {
        this(file, JournalFile::open);
    }

    JournalFile(Path file, Opening opening) throws IOException {
        this.file = file;
        this.opening = opening;
        DurableFiles.createFolders(DurableFiles.folderOf(file));
        var fresh = !Files.exists(file);
        this.channel = opening.open(file);
        if (fresh) {
            DurableFiles.forceNames(DurableFiles.folderOf(file));
        }
        read();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// The records that were there when the file was opened.
    public List<byte[]> found() {
        return found;
    }

    public long size() {
        return end;
    }

    private void read() throws IOException {
        var whole = Files.readAllBytes(file);
        var bytes = ByteBuffer.wrap(whole);
        while (bytes.remaining() >= HEAD) {
            var length = bytes.getInt();
            var sum = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            var content = new byte[length];
            bytes.get(content);
            if (checksum(content) != sum) {
                break;
            }
            found.add(content);
            end = bytes.position();
        }
        if (end < whole.length) {
            keepAside(whole);
            cutBack();
        }
    }

    /// A process that died while it wrote leaves the beginning of a record, of which nobody was told that it is kept. A
    /// disk
    /// may do worse, so what follows is not thrown away.
    private void keepAside(byte[] whole) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".damaged-" + UUID.randomUUID());
        Files.write(aside, whole);
        LOG.warn(
                "The journal {} cannot be read behind byte {}: {} bytes are left out. When the server was stopped while it"
                        + " wrote, they are the beginning of a record that nobody was told is kept. The file as it was is {}",
                file,
                end,
                whole.length - end,
                aside);
    }

    /// Adds the record and returns when the disk has it. When it fails, the file is as before.
    public void append(byte[] content) throws IOException {
        if (channel.size() != end) {
            // What an earlier failure left: nothing may follow it.
            cutBack();
        }
        try {
            write(channel, content, end);
            channel.force(false);
            end += HEAD + content.length;
        } catch (IOException e) {
            try {
                cutBack();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /// Puts these records in place of all there are, at once.
    public void replace(List<byte[]> contents) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        var size = 0L;
        try (var fresh = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var content : contents) {
                write(fresh, content, size);
                size += HEAD + content.length;
            }
            fresh.force(true);
        }
        // Closed first: a file that is open cannot be replaced everywhere.
        channel.close();
        try {
            DurableFiles.replace(next, file);
            end = size;
        } finally {
            channel = opening.open(file);
        }
    }

    private void cutBack() throws IOException {
        channel.truncate(end);
        channel.force(true);
    }

    private static void write(FileChannel to, byte[] content, long at) throws IOException {
        var bytes = ByteBuffer.allocate(HEAD + content.length)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .flip();
        while (bytes.hasRemaining()) {
            if (to.write(bytes, at + bytes.position()) < 0) {
                throw new EOFException("The journal cannot be written");
            }
        }
    }

    private static int checksum(byte[] content) {
        var sum = new CRC32C();
        // Of zeros the sum must not be zero: a disk may leave a file's end so after a power cut.
        sum.update(content.length + 1);
        sum.update(content);
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
