package training.powerbi.lakehouse.files.local;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Blobs as files below one folder, which this process has to itself.
public final class LocalBlobStore implements BlobStore {
    private static final String TEMPORARY = ".tmp";
    private static final int ATTEMPTS = 5;

    private final Path root;

    /// Makes the folder, and removes from it what a crash left half-written.
    public LocalBlobStore(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        DurableFiles.createFolders(this.root);
        try (var files = Files.walk(this.root)) {
            for (var file : files.filter(LocalBlobStore::isTemporary).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public long freeSpace() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public BlobAppend append(BlobName name, long offset) {
        var file = path(name);
        try {
            if (offset == 0 && !Files.exists(file)) {
                var created = inFolder(
                        file, () -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
                return new LocalBlobAppend(file, created, 0, false);
            }
            var channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.size() != offset) {
                channel.close();
                throw new PortalException(
                        ErrorCode.UPLOAD_OFFSET_MISMATCH,
                        "The file ends elsewhere; ask for its offset and go on there.");
            }
            return new LocalBlobAppend(file, channel, offset, true);
        } catch (NoSuchFileException e) {
            throw LocalBlob.missing();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public void put(BlobName name, byte[] content) {
        var file = path(name);
        try {
            inFolder(file, () -> {
                DurableFiles.writeWhole(file, content, true);
                return file;
            });
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public void move(BlobName from, BlobName to) {
        var source = path(from);
        var target = path(to);
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new IllegalStateException("There is a blob " + to + " already");
            }
            inFolder(target, () -> Files.move(source, target, StandardCopyOption.ATOMIC_MOVE));
            DurableFiles.forceFolder(DurableFiles.folderOf(target));
            DurableFiles.forceFolder(DurableFiles.folderOf(source));
        } catch (NoSuchFileException e) {
            throw LocalBlob.missing();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        var file = path(name);
        try {
            return blob(name, file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    private static Optional<Blob> blob(BlobName name, Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? Optional.of(new LocalBlob(
                        name, attributes.size(), attributes.lastModifiedTime().toInstant(), file))
                : Optional.empty();
    }

    @Override
    public List<Blob> list(String folder) {
        var found = new ArrayList<Blob>();
        try {
            Files.walkFileTree(path(BlobName.of(folder, "any")).resolveSibling(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    blob(file, attributes).ifPresent(found::add);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
            return found;
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public Set<String> folders() {
        try (var folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    private Optional<Blob> blob(Path file, BasicFileAttributes attributes) {
        try {
            var name = root.relativize(file).toString().replace(File.separatorChar, '/');
            return blob(new BlobName(name), file, attributes);
        } catch (IllegalArgumentException notOurs) {
            // Something that people put there by hand.
            return Optional.empty();
        }
    }

    @Override
    public boolean delete(BlobName name) {
        var file = path(name);
        try {
            if (!Files.deleteIfExists(file)) {
                return false;
            }
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
        try {
            removeIfEmpty(DurableFiles.folderOf(file));
        } catch (NoSuchFileException _) {
            // The folder went with another of its blobs.
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
        return true;
    }

    /// Makes the file's folder and then the file, again when the folder's last other file was deleted in between.
    private static <T> T inFolder(Path file, Making<T> making) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                DurableFiles.createFolders(DurableFiles.folderOf(file));
                return making.make();
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private interface Making<T> {
        T make() throws IOException;
    }

    /// Folders come and go with their blobs; those of the first level stay.
    private void removeIfEmpty(Path folder) throws IOException {
        var parent = DurableFiles.folderOf(folder);
        if (folder.equals(root) || parent.equals(root)) {
            return;
        }
        try {
            Files.deleteIfExists(folder);
            removeIfEmpty(parent);
        } catch (DirectoryNotEmptyException _) {
            // Somebody else's blobs are in it.
        }
    }

    private Path path(BlobName name) {
        var path = root.resolve(name.path());
        if (!path.normalize().startsWith(root)) {
            throw new IllegalArgumentException("Outside of the store");
        }
        return path;
    }

    private static boolean isTemporary(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(TEMPORARY) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
