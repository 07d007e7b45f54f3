package training.powerbi.server.material;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.curriculum.StoredFile;

/// A row of `resources`. Removed ones stay as rows, so that nothing brings them back.
///
/// @param url `Files/…` for files the portal keeps, else an address elsewhere
/// @param fileName what people save it as; null for links
/// @param uploadedBy null for what the course comes with
record ResourceRow(
        String resourceId,
        int dayNumber,
        String title,
        String url,
        @Nullable String fileName,
        String mediaType,
        long sizeBytes,
        Instant uploadedAt,
        @Nullable String uploadedBy,
        boolean isActive) {

    static final String FOLDER = "resources";
    static final String LINK_TYPE = "text/html";
    static final Index<ResourceRow> BY_DAY = new Index<>("day", ResourceRow::dayNumber);
    static final TableDefinition<String, ResourceRow> DEFINITION = TableDefinition.of(
                    "resources", ResourceRow.class, ResourceRow::resourceId)
            .indexed(BY_DAY)
            .ruled(ResourceRow::problem)
            .countedInRevision();

    private static Optional<String> problem(ResourceRow row) {
        boolean whole =
                StoredFile.is(row.url()) ? row.fileName() != null : row.url().startsWith("https://");
        return whole ? Optional.empty() : Optional.of("A resource is a https:// address, or Files/… with a file name.");
    }

    boolean isStored() {
        return StoredFile.is(url);
    }

    ResourceRow removed() {
        return new ResourceRow(
                resourceId, dayNumber, title, url, fileName, mediaType, sizeBytes, uploadedAt, uploadedBy, false);
    }

    /// For the audit log.
    Map<String, Object> all() {
        return Map.of("title", title, "url", url, "sizeBytes", sizeBytes);
    }
}
