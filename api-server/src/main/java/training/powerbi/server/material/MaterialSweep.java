package training.powerbi.server.material;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.lakehouse.Blob;
import training.powerbi.server.lakehouse.BlobName;
import training.powerbi.server.lakehouse.BlobStore;
import training.powerbi.server.lakehouse.DeltaTable;
import training.powerbi.server.material.deck.StoredDeck;

/// Deletes what a crash left between the bytes and the row that should have named them, and what a row does not name
/// any
/// more. Runs before the first request: no upload is on its way then, as the store has one server.
@Component
class MaterialSweep {
    private static final Logger LOG = LoggerFactory.getLogger(MaterialSweep.class);

    private final Presentations presentations;
    private final DeltaTable<String, ResourceRow> resources;
    private final BlobStore blobs;

    MaterialSweep(Presentations presentations, DeltaTable<String, ResourceRow> resources, BlobStore blobs) {
        this.presentations = presentations;
        this.resources = resources;
        this.blobs = blobs;
    }

    void run() {
        var kept = new HashSet<String>();
        presentations.all().stream()
                .map(StoredDeck::of)
                .flatMap(Optional::stream)
                .map(StoredDeck::folder)
                .forEach(kept::add);
        resources
                .snapshot()
                .rows()
                .filter(ResourceRow::isActive)
                .map(row -> ResourceRow.FOLDER + "/" + row.resourceId())
                .forEach(kept::add);
        int deleted =
                sweep(Staging.FOLDER, Set.of()) + sweep(StoredDeck.FOLDER, kept) + sweep(ResourceRow.FOLDER, kept);
        if (deleted > 0) {
            LOG.info("Deleted {} files of slides and resources that belong to no day", deleted);
        }
    }

    /// @param kept folders of the second level
    private int sweep(String folder, Set<String> kept) {
        var names = blobs.list(folder).stream()
                .map(Blob::name)
                .filter(name -> !kept.contains(topFolders(name)))
                .toList();
        names.forEach(blobs::delete);
        return names.size();
    }

    /// The first two folders of a name.
    private static String topFolders(BlobName name) {
        int second = name.path().indexOf('/', name.path().indexOf('/') + 1);
        return second < 0 ? name.path() : name.path().substring(0, second);
    }
}
