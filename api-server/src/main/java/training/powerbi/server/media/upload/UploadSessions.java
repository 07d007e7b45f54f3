package training.powerbi.server.media.upload;

import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.limit.UploadCount;
import training.powerbi.server.recording.RecordingShelf;

/// The descriptions of resumable uploads, each a small file beside its bytes.
@Component
class UploadSessions {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final BlobStore blobs;
    private final RecordingShelf shelf;
    private final UploadCount count;
    private final JsonMapper json;
    private final Clock clock;

    UploadSessions(BlobStore blobs, RecordingShelf shelf, UploadCount count, JsonMapper json, Clock clock) {
        this.blobs = blobs;
        this.shelf = shelf;
        this.count = count;
        this.json = json;
        this.clock = clock;
        count.register(this::unfinished);
    }

    /// Keeps a new upload.
    ///
    /// @throws PortalException TOO_MANY_REQUESTS when its owner has too many that are not finished
    void keep(UploadSession session) {
        count.keep(session.userId(), () -> blobs.put(session.description(), json.writeValueAsBytes(session)));
    }

    private long unfinished(String userId) {
        var now = clock.instant();
        return blobs.list(UploadSession.FOLDER).stream()
                .map(file -> file.name().name())
                .filter(name -> name.endsWith(UploadSession.DESCRIPTION))
                .flatMap(name -> find(name.substring(0, name.length() - UploadSession.DESCRIPTION.length())).stream())
                .filter(session -> session.userId().equals(userId)
                        && !session.expired(now)
                        && shelf.find(session.recordingId()).isEmpty())
                .count();
    }

    Optional<UploadSession> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        var name = UploadSession.description(id);
        return blobs.find(name).flatMap(blob -> {
            try (var content = Channels.newInputStream(blob.open())) {
                return Optional.of(json.readValue(content.readAllBytes(), UploadSession.class));
            } catch (JacksonException damaged) {
                return Optional.empty();
            } catch (IOException e) {
                throw new PortalException(
                        ErrorCode.STORAGE_UNAVAILABLE, "The store cannot be read at the moment. Try again later.", e);
            }
        });
    }

    boolean isOver(UploadSession session) {
        return session.expired(clock.instant());
    }

    /// Deletes the description and the bytes.
    void remove(UploadSession session) {
        blobs.delete(session.bytes());
        blobs.delete(session.description());
    }
}
