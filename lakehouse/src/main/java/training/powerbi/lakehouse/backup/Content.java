package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.Sha256;
import training.powerbi.lakehouse.files.StorageFailure;

/// The bytes in a folder of backups, each kept once under its own sum: whatever has the name has the content, so
/// backups share what they have in common. Safe for use by many threads.
final class Content {
    private static final String FOLDER = "objects";
    private static final String INCOMING = "incoming";
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");
    private static final int PIECE = 1 << 20;

    private final BlobStore blobs;

    Content(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// Removes what a backup left that broke off.
    void sweep() {
        blobs.list(INCOMING).forEach(blob -> blobs.delete(blob.name()));
    }

    /// A new name for what is on its way in or out; whatever has one goes with the next sweep.
    static BlobName incoming() {
        return BlobName.of(INCOMING, UUID.randomUUID().toString());
    }

    /// What is kept under other sums than these.
    List<Blob> unnamed(Set<String> sums) {
        return blobs.list(FOLDER).stream()
                .filter(blob -> SUM.matcher(blob.name().name()).matches())
                .filter(blob -> !sums.contains(blob.name().name()))
                .toList();
    }

    void remove(BlobName name) {
        blobs.delete(name);
    }

    boolean has(String sum, long size) {
        return blobs.find(name(sum)).filter(blob -> blob.size() == size).isPresent();
    }

    /// Keeps the bytes, durably.
    ///
    /// @return whether they were not there before
    boolean put(String sum, byte[] bytes) {
        if (has(sum, bytes.length)) {
            return false;
        }
        blobs.put(name(sum), bytes);
        return true;
    }

    /// What became of a stream of bytes.
    record Kept(String sum, long size, boolean isNew) {}

    /// Keeps the first bytes of the channel, durably; fewer when it ends before.
    Kept put(ReadableByteChannel source, long most) throws IOException {
        if (most <= PIECE) {
            var bytes = Channels.newInputStream(source).readNBytes((int) most);
            var sum = Sha256.of(bytes);
            return new Kept(sum, bytes.length, put(sum, bytes));
        }
        var incoming = incoming();
        var digest = Sha256.digest();
        var piece = ByteBuffer.allocate(PIECE);
        var size = 0L;
        try (var append = blobs.append(incoming, 0)) {
            while (size < most) {
                piece.clear().limit((int) Math.min(PIECE, most - size));
                if (source.read(piece) < 0) {
                    break;
                }
                piece.flip();
                digest.update(piece.duplicate());
                size += piece.remaining();
                append.write(piece);
            }
            append.commit();
        }
        var sum = Sha256.text(digest.digest());
        if (has(sum, size)) {
            blobs.delete(incoming);
            return new Kept(sum, size, false);
        }
        // Bytes of another length may have the name: half of what they were.
        blobs.delete(name(sum));
        blobs.move(incoming, name(sum));
        return new Kept(sum, size, true);
    }

    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE when it is missing or damaged
    byte[] read(Manifest.Entry entry) {
        try (var channel = open(entry).open()) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(entry.size()));
            var read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes);
            }
            if (bytes.hasRemaining() || !Sha256.of(bytes.array()).equals(entry.sha256())) {
                throw Restore.damaged(entry);
            }
            return bytes.array();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    Blob open(Manifest.Entry entry) {
        return blobs.find(name(entry.sha256()))
                .filter(blob -> blob.size() == entry.size())
                .orElseThrow(() -> Restore.damaged(entry));
    }

    private static BlobName name(String sum) {
        return BlobName.of(FOLDER + "/" + sum.substring(0, 2), sum);
    }
}
