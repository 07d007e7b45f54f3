package training.powerbi.lakehouse.backup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.backup.Manifest.Entry;
import training.powerbi.lakehouse.backup.Manifest.TableCut;
import training.powerbi.lakehouse.files.Sha256;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Makes one backup. Files beside the tables come first and once more at the end: whatever a row of the cut names is
/// older than the cut, and only what was made since the first time is left to copy then.
final class BackupRun {
    private static final int ATTEMPTS = 3;

    private final StoreHome home;
    private final StoreEngine engine;
    private final BlobStore target;
    private final Content content;
    private final Shelf shelf;
    private final Clock clock;
    private final Map<String, Entry> known = new HashMap<>();
    private final Map<String, Entry> blobs = new HashMap<>();
    private final AtomicInteger newFiles = new AtomicInteger();
    private final AtomicLong newBytes = new AtomicLong();

    BackupRun(StoreHome home, BlobStore target, Clock clock) {
        this.home = home;
        this.engine = new StoreEngine(home.files());
        this.target = target;
        this.content = new Content(target);
        this.shelf = new Shelf(target);
        this.clock = clock;
    }

    BackupReport run() throws IOException {
        content.sweep();
        shelf.newest().ifPresent(this::remember);
        var source = home.reading();
        requireSpace(source.listAll());
        var manifest = attempt(source);
        var id = shelf.put(manifest);
        return new BackupReport(
                id,
                manifest.at(),
                manifest.versions(),
                manifest.files(),
                manifest.bytes(),
                newFiles.get(),
                newBytes.get());
    }

    /// Tables are looked after while they are read: a file may be tidied away between the cut and its turn.
    private Manifest attempt(BlobStore source) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                copyUntilNothingIsNew(source);
                var versions = new Cut(home, engine).make();
                if (versions.isEmpty()) {
                    throw PortalException.badInput("store", "There is nothing to back up: the store has no tables.");
                }
                var at = clock.instant();
                var tables = new ArrayList<TableCut>();
                for (var table : versions.entrySet()) {
                    tables.add(copyTable(table.getKey(), table.getValue()));
                }
                copy(source);
                return new Manifest(Manifest.FORMAT, at, home.kind(), tables, List.copyOf(blobs.values()));
            } catch (FileNotFoundException e) {
                if (attempt == ATTEMPTS) {
                    throw missing(e);
                }
            }
        }
    }

    private static PortalException missing(FileNotFoundException failure) {
        return new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "A file that a table names is missing: " + failure.getMessage()
                        + ". A backup would not be whole. Run --store-check, which says what is damaged.",
                failure);
    }

    private void remember(Manifest earlier) {
        earlier.blobs().forEach(entry -> known.put(entry.path(), entry));
        earlier.tables()
                .forEach(table -> table.files().forEach(entry -> known.put(path(table.name(), entry.path()), entry)));
    }

    private static String path(String table, String file) {
        return "/" + table + "/" + file;
    }

    private void requireSpace(List<Blob> found) {
        var needed = found.stream()
                .filter(blob -> earlier(blob.name().path(), blob.size(), modified(blob)) == null)
                .mapToLong(Blob::size)
                .sum();
        var free = target.freeSpace();
        if (needed > free) {
            throw new PortalException(
                    ErrorCode.STORAGE_FULL,
                    "The backup needs " + Bytes.text(needed) + " and its disk has " + Bytes.text(free)
                            + " free. Free some space, or name a folder on another disk. Nothing was written.");
        }
    }

    private @Nullable Entry earlier(String path, long size, long modified) {
        var entry = known.get(path);
        return entry != null
                        && entry.size() == size
                        && entry.modified() == modified
                        && content.has(entry.sha256(), size)
                ? entry
                : null;
    }

    private static long modified(Blob blob) {
        return blob.writtenAt().toEpochMilli();
    }

    private void copyUntilNothingIsNew(BlobStore source) throws IOException {
        var before = -1;
        for (var round = 0; round < ATTEMPTS && before != newFiles.get(); round++) {
            before = newFiles.get();
            copy(source);
        }
    }

    private void copy(BlobStore source) throws IOException {
        var jobs = source.listAll().stream()
                .filter(blob -> !UnfinishedRestore.isOwn(blob.name()))
                .<SideBySide.Job<Optional<Entry>>>map(blob -> () -> entry(blob))
                .toList();
        var copies = SideBySide.run(jobs).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Entry::path, Function.identity()));
        // What was deleted since the first time may be what a row of the cut names: it stays in.
        blobs.putAll(copies);
    }

    private Optional<Entry> entry(Blob blob) throws IOException {
        var path = blob.name().path();
        var entry = blobs.get(path);
        if (entry == null || entry.size() != blob.size() || entry.modified() != modified(blob)) {
            entry = earlier(path, blob.size(), modified(blob));
        }
        return entry == null ? copied(blob) : Optional.of(entry);
    }

    /// Empty when it was deleted meanwhile.
    private Optional<Entry> copied(Blob blob) throws IOException {
        try (var channel = blob.open()) {
            var kept = content.put(channel, blob.size());
            count(kept.isNew(), kept.size());
            return Optional.of(new Entry(blob.name().path(), kept.size(), modified(blob), kept.sum()));
        } catch (PortalException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void count(boolean isNew, long size) {
        if (isNew) {
            newFiles.incrementAndGet();
            newBytes.addAndGet(size);
        }
    }

    private TableCut copyTable(String table, long version) throws IOException {
        var folder = home.tables() + "/" + table;
        var jobs = new ArrayList<SideBySide.Job<Entry>>();
        new TableFiles(engine, folder)
                .at(version)
                .forEach((path, size) -> jobs.add(() -> copied(table, folder, path, size)));
        return new TableCut(table, version, SideBySide.run(jobs));
    }

    private Entry copied(String table, String folder, String path, OptionalLong size) throws IOException {
        var file = folder + "/" + path;
        var status = home.files().getFileStatus(file);
        var modified = status.getModificationTime();
        var entry = earlier(path(table, path), status.getSize(), modified);
        if (entry != null) {
            return entry;
        }
        var bytes = home.files().bytes(file);
        if (size.isPresent() && size.getAsLong() != bytes.length) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The data file " + file + " has " + bytes.length + " bytes where its table says "
                            + size.getAsLong()
                            + ". A backup would not be whole. Run --store-check, which says what is damaged.");
        }
        var sum = Sha256.of(bytes);
        count(content.put(sum, bytes), bytes.length);
        return new Entry(path, bytes.length, modified, sum);
    }
}
