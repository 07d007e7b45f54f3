package training.powerbi.server.media.upload;

import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.BlobStore;

/// The descriptions of resumable uploads, each a small file beside its bytes.
@Component
class UploadSessions {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final BlobStore blobs;
    private final JsonMapper json;

    UploadSessions(BlobStore blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    void keep(UploadSession session) {
        blobs.put(session.description(), json.writeValueAsBytes(session));
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

    /// Deletes the description and the bytes.
    void remove(UploadSession session) {
        blobs.delete(session.bytes());
        blobs.delete(session.description());
    }
}
