package training.powerbi.client.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file a secret, for its owner's eyes only, in a folder for its owner only. Never half written.
final class FileTokenStore implements TokenStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileTokenStore.class);
    private static final Set<PosixFilePermission> OWNERS_FOLDER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> OWNERS_FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final String ENDING = ".json";

    private final Path folder;

    FileTokenStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("A kept session cannot be read; it takes a new sign-in", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void write(String name, String secret) {
        try {
            makeFolder(folder);
            var fresh = Files.createTempFile(folder, name, ".new");
            try {
                restrict(fresh, OWNERS_FILE);
                Files.writeString(fresh, secret);
                Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The session cannot be kept in " + folder + "; check that folder", failed);
        }
    }

    @Override
    public synchronized void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failed) {
            LOG.warn("A kept session cannot be deleted", failed);
        }
    }

    /// Of the secrets there are.
    List<String> names() {
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            var names = new ArrayList<String>();
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                names.add(name.substring(0, name.length() - ENDING.length()));
            }
            return names;
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.warn("Kept sessions cannot be listed", unreadable);
            return List.of();
        }
    }

    @Override
    public boolean isFile() {
        return true;
    }

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, OWNERS_FOLDER);
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(permissions);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
