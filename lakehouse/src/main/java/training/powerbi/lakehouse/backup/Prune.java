package training.powerbi.lakehouse.backup;

import java.util.ArrayList;
import java.util.stream.Collectors;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.PortalException;

/// Drops older backups of a folder. First their lists go, durably; then what no list names any more. Whoever is stopped
/// in between leaves bytes that nobody names, which the next one removes, and never a list without its bytes.
final class Prune {
    private final Shelf shelf;
    private final Content content;

    Prune(BlobStore blobs) {
        this.shelf = new Shelf(blobs);
        this.content = new Content(blobs);
    }

    /// @param most how many stay, the newest of those that are whole
    /// @throws PortalException STORAGE_UNAVAILABLE when the list of one that stays cannot be read: what it needs is
    /// not known then, and nothing was removed
    PruneReport run(int most) {
        content.sweep();
        var ids = shelf.ids();
        var oldest = Math.max(0, ids.size() - most);
        var stay = new ArrayList<Manifest>();
        for (var id : ids.subList(oldest, ids.size())) {
            stay.add(read(id));
        }
        var dropped = ids.subList(0, oldest);
        dropped.forEach(shelf::drop);
        var named =
                stay.stream().flatMap(Manifest::all).map(Manifest.Entry::sha256).collect(Collectors.toSet());
        var freed = content.unnamed(named);
        freed.forEach(blob -> content.remove(blob.name()));
        content.sweep();
        return new PruneReport(
                stay.size(),
                dropped.size(),
                freed.size(),
                freed.stream().mapToLong(blob -> blob.size()).sum());
    }

    private Manifest read(String id) {
        try {
            return shelf.read(id);
        } catch (PortalException e) {
            throw new PortalException(
                    e.code(),
                    "The list of files of the backup " + id + " cannot be read, so it is not known what it shares with"
                            + " older ones. Nothing was dropped. If a newer portal wrote it, use that one; if it is"
                            + " damaged, delete backups/" + id + ".json in the folder.",
                    e);
        }
    }
}
