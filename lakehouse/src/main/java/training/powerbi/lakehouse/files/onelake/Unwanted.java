package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Parts that were never committed and could not be taken back when their append ended, as OneLake did not answer.
/// They go before anybody is told how long their blob is: what its sender was refused must not count as sent.
final class Unwanted {
    private final LakehouseBlobs blobs;
    // By path: which of the parts of that name is meant.
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    Unwanted(LakehouseBlobs blobs) {
        this.blobs = blobs;
    }

    void add(PartsAppend.Part part) {
        etags.put(part.path(), part.etag());
    }

    /// Takes back what is unwanted of a blob's parts; returns the others.
    ///
    /// @param there by path
    /// @throws IOException when it cannot be taken back yet: nobody can say then how long the blob is
    List<BlobEntry> removeFrom(List<BlobEntry> there) throws IOException {
        var kept = there;
        // From the end: what another server took for sent, and built on, stays.
        for (var part : there.reversed()) {
            var etag = etags.get(part.path());
            if (etag != null && part.equals(kept.getLast()) && blobs.delete(part.path(), etag)) {
                kept = kept.subList(0, kept.size() - 1);
            }
            etags.remove(part.path());
        }
        return kept;
    }
}
