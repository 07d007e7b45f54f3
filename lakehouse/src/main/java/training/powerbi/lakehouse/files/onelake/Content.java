package training.powerbi.lakehouse.files.onelake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// What a blob consists of: one file, or parts that follow each other without a gap.
///
/// @param inParts whether the blob may still grow
record Content(List<Piece> pieces, boolean inParts, Instant writtenAt) {
    static final String PARTS = ".parts/";

    /// A file and where it begins in the blob.
    ///
    /// @param etag empty while it is not known
    record Piece(String path, long offset, long size, String etag) {
        long end() {
            return offset + size;
        }
    }

    static Content of(String path, LakehouseBlobs.Head whole) {
        return new Content(List.of(new Piece(path, 0, whole.size(), whole.etag())), false, whole.modified());
    }

    static Content of(BlobEntry whole) {
        return new Content(List.of(new Piece(whole.path(), 0, whole.size(), "")), false, whole.modified());
    }

    /// Parts up to the first gap: behind it is what an append left that never was committed.
    static Content ofParts(List<BlobEntry> files) {
        var pieces = new ArrayList<Piece>();
        var end = 0L;
        var latest = Instant.EPOCH;
        for (var file :
                files.stream().sorted(Comparator.comparing(BlobEntry::path)).toList()) {
            if (offset(file.path()) == end) {
                pieces.add(new Piece(file.path(), end, file.size(), ""));
                end += file.size();
                latest = file.modified().isAfter(latest) ? file.modified() : latest;
            }
        }
        return new Content(pieces, true, latest);
    }

    /// Where the part that begins at the offset is; an empty one only says that there is a blob.
    static String part(String path, long offset, boolean empty) {
        return path + PARTS + (empty ? "-" : "") + String.format(Locale.ROOT, "%016d", offset);
    }

    private static long offset(String path) {
        try {
            var name = path.substring(path.lastIndexOf('/') + 1);
            return Long.parseLong(name.startsWith("-") ? name.substring(1) : name);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    long size() {
        return pieces.isEmpty() ? 0 : pieces.getLast().end();
    }

    /// The bytes from the offset on: as many as wanted, fewer where a part or the blob ends.
    ///
    /// @throws FileNotFoundException when they are gone
    byte[] read(LakehouseBlobs blobs, long offset, int wanted) throws IOException {
        for (var piece : pieces) {
            if (offset >= piece.offset() && offset < piece.end()) {
                var first = offset - piece.offset();
                var last = Math.min(piece.size(), first + wanted) - 1;
                return blobs.read(piece.path(), first, last, piece.etag());
            }
        }
        return new byte[0];
    }
}
