package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.backup.Manifest.Entry;
import training.powerbi.lakehouse.backup.Manifest.TableCut;
import training.powerbi.lakehouse.files.Sha256;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Brings one backup into a store that has nothing yet. Every byte is compared with its sum on the way; logs come after
/// the files they name.
final class Restore {
    private static final int MOST_NAMED = 5;
    private static final int SMALL = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StoreHome home;
    private final Content content;
    private final Clock clock;

    Restore(StoreHome home, Content content, Clock clock) {
        this.home = home;
        this.content = content;
        this.clock = clock;
    }

    RestoreReport run(String id, Manifest manifest) throws IOException {
        requireWhole(manifest);
        manifest.tables().forEach(table -> table.files().forEach(Restore::requireInside));
        try (var lease = home.lease()) {
            var blobs = lease.blobs();
            if (UnfinishedRestore.isIn(blobs)) {
                clear(blobs);
            } else {
                requireEmpty(blobs);
                UnfinishedRestore.mark(blobs, clock.instant());
            }
            for (var entry : manifest.blobs()) {
                restore(blobs, entry);
            }
            for (var table : manifest.tables()) {
                restore(table);
            }
            tell(blobs, id, manifest);
            UnfinishedRestore.unmark(blobs);
        } catch (IllegalStateException inUse) {
            throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, String.valueOf(inUse.getMessage()), inUse);
        }
        return new RestoreReport(id, manifest.at(), manifest.versions(), manifest.files(), manifest.bytes());
    }

    private void requireWhole(Manifest manifest) {
        var missing = manifest.all()
                .filter(entry -> !content.has(entry.sha256(), entry.size()))
                .map(Entry::path)
                .toList();
        if (!missing.isEmpty()) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The backup is not whole: " + missing.size() + " of its files are missing or cut, such as "
                            + String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())))
                            + ". Was the folder copied whole? Take another backup. Nothing was restored.");
        }
    }

    /// A list of files that somebody changed must not write elsewhere.
    private static void requireInside(Entry entry) {
        if (entry.path().startsWith("/") || List.of(entry.path().split("/")).contains("..")) {
            throw damaged(entry);
        }
    }

    private void requireEmpty(BlobStore blobs) throws IOException {
        for (var table : home.tableNames()) {
            if (!LogNames.of(home.files(), home.tables() + "/" + table).isEmpty()
                    || !LogNames.of(home.files(), home.tables() + "/" + table + "/_delta_log")
                            .isEmpty()) {
                throw notEmpty("the table " + table);
            }
        }
        var files = blobs.listAll();
        if (!files.isEmpty()) {
            throw notEmpty(files.size() + (files.size() == 1 ? " file" : " files") + ", such as "
                    + files.getFirst().name());
        }
    }

    private static PortalException notEmpty(String what) {
        return PortalException.badInput(
                "store",
                "The store holds " + what + " already, and a restore replaces nothing. Restore into an empty data"
                        + " folder or lakehouse, or move the old one away first. Nothing was restored.");
    }

    /// Takes away what a restore brought that did not get to its end.
    private void clear(BlobStore blobs) throws IOException {
        for (var blob : blobs.listAll()) {
            if (!UnfinishedRestore.isOwn(blob.name())) {
                blobs.delete(blob.name());
            }
        }
        for (var table : home.tableNames()) {
            var folder = home.tables() + "/" + table;
            for (var part : List.of(folder + "/_delta_log/", folder + "/")) {
                for (var name : LogNames.of(home.files(), part)) {
                    if (!name.equals("_delta_log")) {
                        home.files().delete(part + name);
                    }
                }
            }
        }
    }

    private void restore(BlobStore blobs, Entry entry) throws IOException {
        var name = new BlobName(entry.path());
        if (entry.size() <= SMALL) {
            blobs.put(name, content.read(entry));
            return;
        }
        var digest = Sha256.digest();
        var incoming = BlobName.of("upkeep", UUID.randomUUID().toString());
        var piece = ByteBuffer.allocate(SMALL);
        try (var channel = content.open(entry).open();
                var append = blobs.append(incoming, 0)) {
            while (channel.read(piece.clear()) >= 0) {
                piece.flip();
                digest.update(piece.duplicate());
                append.write(piece);
            }
            append.commit();
        }
        if (!Sha256.text(digest.digest()).equals(entry.sha256())) {
            blobs.delete(incoming);
            throw damaged(entry);
        }
        blobs.move(incoming, name);
    }

    private void restore(TableCut table) throws IOException {
        var folder = home.tables() + "/" + table.name();
        home.files().mkdirs(folder + "/_delta_log");
        for (var log : new boolean[] {false, true}) {
            var jobs = new ArrayList<SideBySide.Job<String>>();
            for (var entry : table.files()) {
                if (entry.path().startsWith("_delta_log/") == log) {
                    jobs.add(() -> write(folder + "/" + entry.path(), entry, log));
                }
            }
            for (var written : SideBySide.run(jobs).stream().distinct().toList()) {
                home.files().forceFolder(written);
            }
        }
    }

    /// @return the file's folder
    private String write(String path, Entry entry, boolean log) throws IOException {
        var folder = path.substring(0, path.lastIndexOf('/'));
        home.files().mkdirs(folder);
        try (var file = home.files().newOutputFile(path).create(log)) {
            file.write(content.read(entry));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
        return folder;
    }

    /// What the next start writes to the audit.
    private void tell(BlobStore blobs, String id, Manifest manifest) {
        var note = JSON.createObjectNode()
                .put("action", "restore_backup")
                .put("at", clock.instant().toString());
        note.putObject("details")
                .put("backup", id)
                .put("madeAt", manifest.at().toString())
                .put("tables", manifest.tables().size())
                .put("files", manifest.files());
        Happenings.put(blobs, note);
    }

    static PortalException damaged(Entry entry) {
        return new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "The backup's copy of " + entry.path() + " (" + entry.sha256()
                        + ") is missing or damaged. Take another backup of the folder, or another copy of it.");
    }
}
