package training.powerbi.server.material;

import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.material.file.FileName;

/// The bytes of resources, each in a folder of its own. What they are called stands in their row.
@Component
class ResourceFiles {
    private static final String CONTENT = "content";

    private final BlobStore blobs;

    ResourceFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// Of a file that the course comes with, which is kept under its own name.
    static BlobName name(String resourceId, FileName file) {
        return BlobName.of(ResourceRow.FOLDER + "/" + resourceId, file.stored().stored());
    }

    BlobName keep(String resourceId, BlobName staged) {
        var name = BlobName.of(ResourceRow.FOLDER + "/" + resourceId, CONTENT);
        delete(resourceId);
        blobs.move(staged, name);
        return name;
    }

    void put(String resourceId, FileName file, byte[] content) {
        blobs.put(name(resourceId, file), content);
    }

    /// Empty when the row names nothing that is there, whoever wrote it.
    Optional<Blob> find(ResourceRow row) {
        if (!row.isStored()) {
            return Optional.empty();
        }
        try {
            return blobs.find(new BlobName(StoredFile.blob(row.url())));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    void delete(String resourceId) {
        blobs.list(ResourceRow.FOLDER + "/" + resourceId).forEach(file -> blobs.delete(file.name()));
    }
}
