package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.Sha256;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The backups of a folder by their manifests. A manifest's name ends in the beginning of its own sum: one that the
/// disk has damaged is known by it.
final class Shelf {
    private static final String FOLDER = "backups";
    private static final String ENDING = ".json";
    private static final int SUM_LETTERS = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z-[0-9a-f]{12}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlobStore blobs;

    Shelf(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// Their ids, the oldest first.
    List<String> ids() {
        return blobs.list(FOLDER).stream()
                .map(Blob::name)
                .map(BlobName::name)
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .filter(NAME.asMatchPredicate())
                .sorted()
                .toList();
    }

    /// Makes the backup exist; all it names must be durable. It comes behind all others, also when the clock was set
    /// back since.
    String put(Manifest manifest) {
        var text = JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
        var before = ids().stream().map(Shelf::time).reduce((first, last) -> last);
        var at = before.filter(last -> !manifest.at().isAfter(last))
                .map(last -> last.plusMillis(1))
                .orElse(manifest.at());
        var id = id(at, text);
        blobs.put(name(id), text);
        return id;
    }

    private static String id(Instant at, byte[] text) {
        return TIME.format(at) + "-" + Sha256.of(text).substring(0, SUM_LETTERS);
    }

    private static Instant time(String id) {
        return TIME.parse(id.substring(0, id.indexOf('-')), Instant::from);
    }

    /// The newest whole one; empty when there is none.
    Optional<Manifest> newest() {
        for (var id : ids().reversed()) {
            try {
                return Optional.of(read(id));
            } catch (PortalException damaged) {
                // An older one serves as well.
            }
        }
        return Optional.empty();
    }

    /// @throws PortalException BAD_USER_INPUT when there is no such backup, STORAGE_UNAVAILABLE when it is damaged
    Manifest read(String id) {
        var blob = NAME.matcher(id).matches() ? blobs.find(name(id)) : Optional.<Blob>empty();
        if (blob.isEmpty()) {
            throw PortalException.badInput(
                    "backup",
                    "There is no backup " + id + " in the folder; there are: " + String.join(", ", ids()) + ".");
        }
        try (var stream = Channels.newInputStream(blob.get().open())) {
            var text = stream.readAllBytes();
            if (id.endsWith("-" + Sha256.of(text).substring(0, SUM_LETTERS))) {
                var manifest = JSON.readValue(text, Manifest.class);
                if (manifest.format() == Manifest.FORMAT) {
                    return manifest;
                }
            }
        } catch (IOException e) {
            throw StorageFailure.of(e);
        } catch (JacksonException e) {
            throw damaged(id, e);
        }
        throw damaged(id, null);
    }

    private static PortalException damaged(String id, @Nullable Exception cause) {
        var sentence = "The list of files of the backup " + id + " is damaged, or a newer portal wrote it. Take another"
                + " backup of the folder.";
        return cause == null
                ? new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence)
                : new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence, cause);
    }

    /// Makes the backup no longer exist; when this returns it does not come back.
    void drop(String id) {
        var away = Content.incoming();
        // A move is on the disk when it is done; a file deleted may be there again after a power cut.
        blobs.move(name(id), away);
        blobs.delete(away);
    }

    private static BlobName name(String id) {
        return BlobName.of(FOLDER, id + ENDING);
    }
}
