package training.powerbi.server.caption;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.start.BeforeFirstRequest;

/// Deletes caption files that no row names: what a crash left between the two. Runs before the first request.
@Component
class CaptionSweep extends BeforeFirstRequest {
    private static final Logger LOG = LoggerFactory.getLogger(CaptionSweep.class);

    private final DeltaTable<String, CaptionRow> captions;
    private final BlobStore blobs;
    private final Lakehouse lakehouse;

    CaptionSweep(DeltaTable<String, CaptionRow> captions, BlobStore blobs, Lakehouse lakehouse) {
        this.captions = captions;
        this.blobs = blobs;
        this.lakehouse = lakehouse;
    }

    @Override
    protected void run() {
        if (lakehouse.staleness().isPresent()) {
            // The files are away; the next start tidies up.
            return;
        }
        var kept = captions.snapshot().rows().map(CaptionRow::url).collect(Collectors.toSet());
        for (var file : blobs.list(CaptionRow.FOLDER)) {
            if (!kept.contains(StoredFile.address(file.name().path()))) {
                LOG.info("Deleting captions that belong to no recording: {}", file.name());
                blobs.delete(file.name());
            }
        }
    }
}
