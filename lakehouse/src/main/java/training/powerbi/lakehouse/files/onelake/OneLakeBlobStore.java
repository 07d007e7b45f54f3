package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Blobs as files of a lakehouse, below `Files/portal`.
///
/// What OneLake has once, it neither extends nor renames. A blob that grows is therefore a folder of parts,
/// `<name>.parts/<offset>`, until it is moved: then its parts become one file under the new name. Any server can add
/// the next part, as the parts themselves say where that is.
public final class OneLakeBlobStore implements BlobStore {
    static final String ROOT = "/Files/portal/";

    private final LakehouseBlobs blobs;
    private final Unwanted unwanted;

    public OneLakeBlobStore(LakehouseBlobs blobs) {
        this.blobs = blobs;
        this.unwanted = new Unwanted(blobs);
    }

    @Override
    public long freeSpace() {
        return Long.MAX_VALUE;
    }

    @Override
    public BlobAppend append(BlobName name, long offset) {
        try {
            var there = contentOf(name);
            if (there.isEmpty() && offset != 0) {
                throw OneLakeBlob.missing();
            }
            if (there.isPresent() && there.get().size() != offset) {
                throw PartsAppend.elsewhere();
            }
            return new PartsAppend(blobs, unwanted, path(name), offset, there);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public void put(BlobName name, byte[] content) {
        try {
            blobs.put(path(name), content);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public void move(BlobName from, BlobName to) {
        try {
            var source = contentOf(from).orElseThrow(OneLakeBlob::missing);
            var there = blobs.find(path(to));
            // A move may have broken off between copy and deletion; this one finishes it then.
            var copied = there.isPresent()
                    ? PartsCopy.isCopy(blobs, source, Content.of(path(to), there.get()))
                    : PartsCopy.toWhole(blobs, source, path(to));
            if (!copied) {
                throw new IllegalStateException("There is a blob " + to + " already");
            }
            remove(path(from));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        try {
            return contentOf(name).map(content -> new OneLakeBlob(name, content, blobs));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public List<Blob> list(String folder) {
        var wholes = new LinkedHashMap<String, BlobEntry>();
        var parts = new LinkedHashMap<String, List<BlobEntry>>();
        try {
            for (var blob : blobs.list(ROOT + folder + "/", true)) {
                var at = blob.path().indexOf(Content.PARTS);
                if (at < 0) {
                    wholes.put(blob.path(), blob);
                } else {
                    parts.computeIfAbsent(blob.path().substring(0, at), each -> new ArrayList<>())
                            .add(blob);
                }
            }
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
        var found = new ArrayList<Blob>();
        wholes.values().forEach(whole -> add(whole.path(), Content.of(whole), found));
        parts.keySet().removeAll(wholes.keySet());
        parts.forEach((path, entries) -> add(path, Content.ofParts(entries), found));
        return found;
    }

    @Override
    public Set<String> folders() {
        try {
            return blobs.list(ROOT, true).stream()
                    .map(blob -> blob.path().substring(ROOT.length()))
                    .filter(path -> path.indexOf('/') > 0)
                    .map(path -> path.substring(0, path.indexOf('/')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    private void add(String path, Content content, List<Blob> found) {
        try {
            found.add(new OneLakeBlob(new BlobName(path.substring(ROOT.length())), content, blobs));
        } catch (IllegalArgumentException notOurs) {
            // Something that people put there by hand.
        }
    }

    @Override
    public boolean delete(BlobName name) {
        try {
            return remove(path(name));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    /// With all that an append or a copy which broke off has left: it would be taken for a blob otherwise, or for the
    /// next part of one.
    private boolean remove(String path) throws IOException {
        var removed = blobs.delete(path);
        // From the end: what a crash leaves is still a blob.
        for (var part : blobs.list(path + Content.PARTS, false).reversed()) {
            removed |= blobs.delete(part.path());
        }
        return removed;
    }

    private Optional<Content> contentOf(BlobName name) throws IOException {
        var path = path(name);
        var whole = blobs.find(path);
        if (whole.isPresent()) {
            return Optional.of(Content.of(path, whole.get()));
        }
        var parts = unwanted.removeFrom(blobs.list(path + Content.PARTS, false));
        return parts.isEmpty() ? Optional.empty() : Optional.of(Content.ofParts(parts));
    }

    private static String path(BlobName name) {
        return ROOT + name.path();
    }
}
