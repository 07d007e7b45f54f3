package training.powerbi.lakehouse.files.onelake.rest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The blobs of one lakehouse, by their paths from its root: `/Tables/users/…`, `/Files/portal/…`.
public final class LakehouseBlobs {
    private final BlobClient client;
    private final String lakehouse;

    /// @param lakehouse its id
    public LakehouseBlobs(BlobClient client, String lakehouse) {
        this.client = client;
        this.lakehouse = lakehouse;
    }

    /// What a blob is like.
    public record Head(long size, String etag, Instant modified) {}

    /// Reads the blob whole.
    ///
    /// @throws FileNotFoundException when there is none
    public BlobAnswer read(String path) throws IOException {
        return existing(BlobRequest.get(at(path)), 200);
    }

    /// The bytes from `first` to `last`; fewer at the blob's end.
    ///
    /// @param etag of the blob that is meant; empty for any
    /// @throws FileNotFoundException when it is gone or another is there
    public byte[] read(String path, long first, long last, String etag) throws IOException {
        var range = BlobRequest.range(at(path), first, last);
        var request = etag.isEmpty() ? range : range.with("If-Match", etag);
        var answer = client.send(request);
        if (answer.status() == 412) {
            throw new FileNotFoundException(path + " was replaced");
        }
        return requireThere(request, answer, 206).body();
    }

    public Optional<Head> find(String path) throws IOException {
        var request = BlobRequest.head(at(path));
        var answer = client.send(request);
        if (answer.isMissing()) {
            return Optional.empty();
        }
        requireThere(request, answer, 200);
        var size = answer.headers().firstValueAsLong("content-length").orElse(0);
        return Optional.of(new Head(size, answer.header("etag"), answer.modified()));
    }

    /// The blobs in the folder, by path.
    ///
    /// @param folder ends with `/`
    /// @param deep whether those in folders below it count
    public List<BlobEntry> list(String folder, boolean deep) throws IOException {
        var found = new ArrayList<BlobEntry>();
        var marker = "";
        do {
            var request = BlobRequest.list(lakehouse + folder, deep ? "" : "/", marker);
            var answer = client.send(request);
            if (answer.isMissing()) {
                return found;
            }
            var part = BlobListing.parse(requireThere(request, answer, 200).body());
            found.addAll(part.blobs());
            marker = part.marker();
        } while (!marker.isEmpty());
        found.sort(Comparator.comparing(BlobEntry::path));
        return found;
    }

    /// Looks whether the lakehouse is there.
    ///
    /// @throws RefusedException when the lakehouse itself is not there for us: then a missing blob says nothing
    public void requireRoot() throws IOException {
        var request = BlobRequest.list(lakehouse + "/", "/", "");
        var answer = client.send(request);
        if (answer.status() != 200) {
            throw new RefusedException(request, answer);
        }
    }

    /// Writes the blob, in place of one that is there; says when.
    public Instant put(String path, byte[] content) throws IOException {
        return existing(BlobRequest.put(at(path), content), 201).modified();
    }

    /// See [BlobClient#putIfAbsent].
    public String putIfAbsent(String path, byte[] content) throws IOException {
        return client.putIfAbsent(at(path), content);
    }

    /// Adds a block to a blob that is not there yet.
    public void putBlock(String path, String id, byte[] content) throws IOException {
        existing(BlobRequest.block(at(path), id, content), 201);
    }

    /// Makes the blob of its blocks if there is none of its name.
    ///
    /// @return false when there is one, which is not known to be ours
    public boolean putBlocks(String path, List<String> ids, long size) throws IOException {
        var request = BlobRequest.blocks(at(path), ids).ifAbsent();
        var answer = client.send(request);
        if (answer.isTaken()) {
            // The answer to an earlier try may have been lost. Names are made once: what is as long is ours.
            return answer.doubtful()
                    && find(path).filter(there -> there.size() == size).isPresent();
        }
        requireThere(request, answer, 201);
        return true;
    }

    /// Deletes the blob; says whether there was one.
    public boolean delete(String path) throws IOException {
        return delete(path, "");
    }

    /// Deletes the blob if it is the one that is meant; says whether it was.
    ///
    /// @param etag of the blob that is meant; empty for any
    public boolean delete(String path, String etag) throws IOException {
        var any = BlobRequest.delete(at(path));
        var request = etag.isEmpty() ? any : any.with("If-Match", etag);
        var answer = client.send(request);
        if (answer.status() == 412) {
            return false;
        }
        if (answer.isMissing()) {
            // An earlier try may have done it.
            return answer.doubtful();
        }
        requireThere(request, answer, 202);
        return true;
    }

    public BlobClient client() {
        return client;
    }

    /// The path below the container.
    public String at(String path) {
        return "/" + lakehouse + path;
    }

    private BlobAnswer existing(BlobRequest request, int expected) throws IOException {
        return requireThere(request, client.send(request), expected);
    }

    private static BlobAnswer requireThere(BlobRequest request, BlobAnswer answer, int expected) throws IOException {
        if (answer.isMissing()) {
            throw new FileNotFoundException(request.path());
        }
        if (answer.status() != expected) {
            throw new RefusedException(request, answer);
        }
        return answer;
    }
}
