package training.powerbi.lakehouse.mirror;

import io.delta.kernel.internal.util.FileNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Removes from a table's copy what was tidied away here, and has been of no use there for as long as files are kept.
/// How old something is there, the lakehouse's own times say, and its newest file tells what time it is.
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final LakehouseBlobs blobs;
    private final Duration logRetention;
    private final Duration fileRetention;

    Sweep(LakehouseBlobs blobs, Duration logRetention, Duration fileRetention) {
        this.blobs = blobs;
        this.logRetention = logRetention;
        this.fileRetention = fileRetention;
    }

    /// Looks after one table that has everything.
    ///
    /// @return how many files went
    int run(TableMirror table) throws IOException, RefusedMirrorException {
        var there = table.there();
        var log = blobs.list(table.folder() + LogNames.FOLDER, false);
        var names = LogNames.of(log.stream().map(Sweep::name).toList());
        if (names.newest() != there) {
            throw RefusedMirrorException.diverged(table.here().name(), Math.min(there, names.newest()) + 1);
        }
        var data = blobs.list(table.folder() + "/", false);
        var now = latest(log);
        var removed = removeData(table, data, log, now.minus(fileRetention))
                + removeLog(table, names, log, now.minus(logRetention));
        if (removed > 0) {
            LOG.info("{}: {} unused files removed from the mirror", table.here().name(), removed);
        }
        return removed;
    }

    private static String name(BlobEntry file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static Instant latest(List<BlobEntry> files) {
        return files.stream()
                .map(BlobEntry::modified)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private int removeData(TableMirror table, List<BlobEntry> data, List<BlobEntry> log, Instant limit)
            throws IOException {
        // Behind the listing: what was brought since then is here as well.
        var here = Set.copyOf(table.here().dataNames());
        var gone = data.stream()
                .filter(file -> file.path().endsWith(".parquet"))
                .filter(file -> file.modified().isBefore(limit) && !here.contains(name(file)))
                .toList();
        if (gone.isEmpty()) {
            return 0;
        }
        var lately = replacedSince(table, log, limit);
        var removed = 0;
        for (var file : gone) {
            removed += !lately.contains(name(file)) && blobs.delete(file.path()) ? 1 : 0;
        }
        return removed;
    }

    private Set<String> replacedSince(TableMirror table, List<BlobEntry> log, Instant limit) throws IOException {
        var replaced = new HashSet<String>();
        for (var file : log) {
            if (FileNames.isCommitFile(name(file)) && !file.modified().isBefore(limit)) {
                var local = table.here().logFile(name(file));
                var bytes = local.isPresent()
                        ? local.get()
                        : blobs.read(file.path()).body();
                addReplaced(bytes, replaced);
            }
        }
        return replaced;
    }

    private static void addReplaced(byte[] commit, Set<String> replaced) {
        for (var line : new String(commit, StandardCharsets.UTF_8).lines().toList()) {
            var path = JsonMapper.shared().readTree(line).path("remove").path("path");
            if (path.isString()) {
                replaced.add(URI.create(path.stringValue()).getPath());
            }
        }
    }

    /// Oldest first, and never behind the last checkpoint before what is kept: every version left can be read.
    private int removeLog(TableMirror table, LogNames names, List<BlobEntry> log, Instant limit) throws IOException {
        var here = table.here().names();
        var kept = log.stream()
                .filter(file -> FileNames.isCommitFile(name(file)))
                .filter(file -> !file.modified().isBefore(limit)
                        || here.commits().contains(FileNames.deltaVersion(file.path())))
                .mapToLong(file -> FileNames.deltaVersion(file.path()))
                .min();
        var base = kept.isEmpty() ? null : names.checkpoints().floorKey(kept.getAsLong());
        if (base == null) {
            return 0;
        }
        var removed = 0;
        for (var file : log) {
            var name = name(file);
            var old = FileNames.isCommitFile(name)
                    ? FileNames.deltaVersion(name) < base
                    : FileNames.isCheckpointFile(name) && FileNames.checkpointVersion(name) < base;
            removed += old && delete(file) ? 1 : 0;
        }
        return removed;
    }

    private boolean delete(BlobEntry file) throws IOException {
        try {
            return blobs.delete(file.path());
        } catch (FileNotFoundException e) {
            return false;
        }
    }
}
