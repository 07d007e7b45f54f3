package training.powerbi.lakehouse.backup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;

/// What was done to a store while no server had it open, for the server that opens it next: it writes the audit.
public final class Happenings {
    /// The folder of the notes.
    public static final String FOLDER = "upkeep";

    /// How a note's name ends.
    public static final String ENDING = ".happened.json";

    private Happenings() {}

    /// Leaves a note with `action`, `at` and `details`.
    public static void put(BlobStore blobs, ObjectNode note) {
        blobs.put(
                BlobName.of(FOLDER, UUID.randomUUID() + ENDING), note.toString().getBytes(StandardCharsets.UTF_8));
    }
}
