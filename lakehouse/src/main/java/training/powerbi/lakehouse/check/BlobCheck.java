package training.powerbi.lakehouse.check;

import io.delta.kernel.internal.actions.AddFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.Sha256;
import training.powerbi.lakehouse.rowfile.RowFileReader;
import training.powerbi.lakehouse.rowfile.RowMapping;
import training.powerbi.lakehouse.rowfile.StringPool;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Looks at the files beside the tables: each that a row names, and those that none does.
final class BlobCheck {
    private static final Duration SETTLED = Duration.ofDays(1);
    private static final int PIECE = 1 << 20;

    private final BlobStore blobs;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> namedFolders = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private int read;
    private long bytes;

    BlobCheck(BlobStore blobs) {
        this.blobs = blobs;
    }

    List<Finding> findings() {
        return findings;
    }

    int read() {
        return read;
    }

    long bytes() {
        return bytes;
    }

    /// Looks at what the rows of the table name.
    <R extends Record> void look(FileClaim.Source<R> source, TableCheck table) throws IOException {
        for (var file : table.live().values()) {
            for (var claim : claims(source, table, file)) {
                look(claim);
            }
        }
    }

    private static <R extends Record> List<FileClaim> claims(FileClaim.Source<R> source, TableCheck table, AddFile file)
            throws IOException {
        var mapping = new RowMapping<>(source.columns());
        var pool = new StringPool(mapping.columns().size());
        var reader = new RowFileReader<>(table.data(), mapping, pool, Set.of());
        try {
            return reader.read(file).rows().stream()
                    .<FileClaim>flatMap(row -> source.claims().apply(row))
                    .toList();
        } catch (RuntimeException e) {
            throw new IOException(TableHistory.reason(e), e);
        }
    }

    private void look(FileClaim claim) throws IOException {
        var path = claim.file().path();
        folders.add(path.substring(0, path.indexOf('/') + 1));
        named.add(path);
        if (claim.withFolder()) {
            namedFolders.add(path.substring(0, path.indexOf('/', path.indexOf('/') + 1) + 1));
        }
        var blob = blobs.find(claim.file());
        if (blob.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.MISSING,
                    claim.whose() + ": the file " + path + " is missing. Bring it back from a backup"
                            + " or upload it again."));
            return;
        }
        read++;
        var size = blob.get().size();
        if (claim.size().isPresent() && claim.size().getAsLong() != size) {
            damaged(
                    claim,
                    "has " + size + " bytes where its row says " + claim.size().getAsLong());
            return;
        }
        try {
            var sum = sum(blob.get());
            if (claim.sha256()
                    .filter(expected -> !expected.equalsIgnoreCase(sum))
                    .isPresent()) {
                damaged(claim, "is not what was uploaded: its bytes have another sum than its row says");
            }
        } catch (IOException | PortalException e) {
            if (!(e instanceof PortalException gone) || gone.code() != ErrorCode.NOT_FOUND) {
                damaged(claim, "cannot be read: " + TableHistory.reason(e));
            }
        }
    }

    private void damaged(FileClaim claim, String how) {
        findings.add(new Finding(
                Finding.Kind.DAMAGED,
                claim.whose() + ": the file " + claim.file() + " " + how
                        + ". Bring it back from a backup or upload it again."));
    }

    private String sum(Blob blob) throws IOException {
        var digest = Sha256.digest();
        var piece = ByteBuffer.allocate(PIECE);
        try (var channel = blob.open()) {
            while (channel.read(piece.clear()) >= 0) {
                bytes += piece.flip().remaining();
                digest.update(piece);
            }
        }
        return Sha256.text(digest.digest());
    }

    /// Looks for files that nothing names, in the folders where rows name some.
    void lookForOrphans(Clock clock) {
        var settled = clock.instant().minus(SETTLED);
        var orphans = folders.stream()
                .flatMap(folder -> listed(folder.substring(0, folder.length() - 1)))
                .filter(blob -> !isNamed(blob.name().path()) && blob.writtenAt().isBefore(settled))
                .toList();
        if (!orphans.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.ORPHANED,
                    orphans.size() + (orphans.size() == 1 ? " file" : " files")
                            + " beside the tables that no row names, "
                            + orphans.stream().mapToLong(Blob::size).sum()
                            + " bytes, such as " + orphans.getFirst().name()
                            + "; the portal tidies them away when they are old enough."));
        }
    }

    private Stream<Blob> listed(String folder) {
        return blobs.list(folder).stream();
    }

    private boolean isNamed(String path) {
        if (named.contains(path)) {
            return true;
        }
        for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (namedFolders.contains(path.substring(0, end + 1))) {
                return true;
            }
        }
        return false;
    }
}
