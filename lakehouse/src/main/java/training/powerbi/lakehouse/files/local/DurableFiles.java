package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writing so that a power cut leaves either all of a file or none of it.
final class DurableFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);

    private DurableFiles() {}

    /// Puts the bytes under the name, whole, and returns when the disk has them. Without `overwrite` exactly one
    /// of many racing callers succeeds, in this process or in another.
    ///
    /// @throws FileAlreadyExistsException when the name is taken and `overwrite` is false
    static void writeWhole(Path target, byte[] bytes, boolean overwrite) throws IOException {
        var folder = folderOf(target);
        var temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            if (overwrite) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                // A link fails when the name is taken; a move would silently replace another writer's commit.
                Files.createLink(target, temporary);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    /// Puts the file, which is on the disk, in the place of the other.
    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(folderOf(to));
    }

    /// As [#forceFolder] where the disk can do that. A share cannot: there the server it is on keeps the names.
    static void forceNames(Path folder) {
        try {
            forceFolder(folder);
        } catch (IOException e) {
            LOG.debug("The names in {} cannot be flushed", folder, e);
        }
    }

    static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Makes new and removed names in the folder durable.
    static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            var parent = folder.getParent();
            if (parent != null) {
                createFolders(parent);
            }
            Files.createDirectories(folder);
            if (parent != null) {
                forceNames(parent);
            }
        }
    }

    static Path folderOf(Path file) throws IOException {
        var folder = file.getParent();
        if (folder == null) {
            throw new IOException("No folder to write " + file + " to");
        }
        return folder;
    }
}
