package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What a store does to a disk, one ability at a time, so that [DiskTest] can tell which of them is lacking.
class Disk {

    void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void append(Path file, byte[] bytes) throws IOException {
        write(file, bytes, StandardOpenOption.APPEND);
    }

    private static void write(Path file, byte[] bytes, OpenOption... options) throws IOException {
        try (var channel = FileChannel.open(file, options)) {
            DurableFiles.writeAll(channel, ByteBuffer.wrap(bytes));
        }
    }

    byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void forceFolder(Path folder) throws IOException {
        DurableFiles.forceFolder(folder);
    }

    /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
    void link(Path name, Path file) throws IOException {
        Files.createLink(name, file);
    }

    void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// @throws IllegalStateException when another process has the folder
    StoreLock lock(Path folder) throws IOException {
        return StoreLock.acquire(folder);
    }

    List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /// Whether new names can be put into the folder; true for what is no folder.
    boolean isOpen(Path folder) {
        return !Files.isDirectory(folder) || Files.isWritable(folder);
    }
}
