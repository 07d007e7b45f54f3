package training.powerbi.server.material;

import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.lakehouse.Blob;
import training.powerbi.server.lakehouse.BlobName;
import training.powerbi.server.lakehouse.BlobStore;
import training.powerbi.server.material.deck.DeckPath;

/// The bytes of resources, each in a folder of its own.
@Component
class ResourceFiles {
    private final BlobStore blobs;

    ResourceFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    static BlobName name(String resourceId, FileName file) {
        var path = DeckPath.of(file.name()).orElseThrow();
        return BlobName.of(ResourceRow.FOLDER + "/" + resourceId, path.stored());
    }

    BlobName keep(String resourceId, FileName file, BlobName staged) {
        var name = name(resourceId, file);
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
