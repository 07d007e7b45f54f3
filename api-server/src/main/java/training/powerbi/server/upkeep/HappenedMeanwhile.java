package training.powerbi.server.upkeep;

import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.backup.Happenings;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.StoreActions;
import training.powerbi.server.start.BeforeFirstRequest;

/// Writes to the audit what was done to the store while no portal had it open, such as a restore.
@Component
class HappenedMeanwhile extends BeforeFirstRequest {
    private static final Logger LOG = LoggerFactory.getLogger(HappenedMeanwhile.class);

    private final BlobStore blobs;
    private final Lakehouse lakehouse;
    private final StoreActions actions;
    private final JsonMapper json;

    HappenedMeanwhile(BlobStore blobs, Lakehouse lakehouse, StoreActions actions, JsonMapper json) {
        this.blobs = blobs;
        this.lakehouse = lakehouse;
        this.actions = actions;
        this.json = json;
    }

    @Override
    protected void run() {
        if (lakehouse.staleness().isPresent()) {
            // The notes are away; the next start tells of them.
            return;
        }
        for (var blob : blobs.list(Happenings.FOLDER)) {
            if (blob.name().name().endsWith(Happenings.ENDING)) {
                tell(blob);
            }
        }
    }

    /// The entry first: a crash in between tells it again, under the same key.
    private void tell(Blob blob) {
        try (var stream = Channels.newInputStream(blob.open())) {
            var note = json.readTree(stream.readAllBytes());
            var type = Arrays.stream(ActionType.values())
                    .filter(each -> each.wireName().equals(note.path("action").asString()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("not known here"));
            actions.add(
                    blob.name().path(),
                    Attempt.byOperator(),
                    type,
                    details(note),
                    Instant.parse(note.path("at").asString()));
            blobs.delete(blob.name());
        } catch (IOException | JacksonException | DateTimeParseException e) {
            LOG.warn("{} tells of nothing the audit could take: {}", blob.name(), e.toString());
        }
    }

    @SuppressWarnings("unchecked") // the values are the note's, whatever they are
    private Map<String, Object> details(JsonNode note) {
        return json.convertValue(note.path("details"), Map.class);
    }
}
