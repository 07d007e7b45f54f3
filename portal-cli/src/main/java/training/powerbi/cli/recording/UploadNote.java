package training.powerbi.cli.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.client.signin.TokenStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What is written down of one upload while it is not done. One command at a time holds it.
final class UploadNote implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final TokenStore files;
    private final FileChannel lock;

    private UploadNote(String name, TokenStore files, FileChannel lock) {
        this.name = name;
        this.files = files;
        this.lock = lock;
    }

    /// @throws PortalException CONFLICTING_UPDATE when another command is at it
    static UploadNote of(BegunUpload upload, Path folder) {
        var id = upload.portal() + '\n' + upload.file() + '\n' + upload.dayNumber();
        var name = "upload-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        var notes = new TokenFolder(folder);
        try {
            notes.make();
            return new UploadNote(name, notes.files(), locked(folder.resolve("uploads.lock"), name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The upload cannot be written down in " + folder + ". Check that folder, or name another one in"
                            + " PORTAL_CLI_HOME.",
                    e);
        }
    }

    /// Each upload has a place of its own in the one file.
    private static FileChannel locked(Path file, String name) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(name.hashCode() & Integer.MAX_VALUE, 1, false) != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Told like any other.
        }
        channel.close();
        throw new PortalException(
                ErrorCode.CONFLICTING_UPDATE,
                "Another portal command uploads this file to this day already. Let it finish, or stop it first.");
    }

    /// What an earlier command got to; empty when there is nothing to go on with.
    Optional<BegunUpload> read() {
        return files.read(name).flatMap(text -> {
            try {
                return Optional.ofNullable(JSON.readValue(text, BegunUpload.class));
            } catch (JacksonException | NullPointerException damaged) {
                return Optional.empty();
            }
        });
    }

    void write(BegunUpload upload) {
        files.write(name, JSON.writeValueAsString(upload));
    }

    void delete() {
        files.delete(name);
    }

    String id() {
        return name;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
