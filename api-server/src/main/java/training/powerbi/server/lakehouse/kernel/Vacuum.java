package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.internal.util.FileNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Removes data files that no version in use names, and what crashed writers left behind.
final class Vacuum {
    private static final long HOUR = 3_600_000L;

    private final TableLog log;

    Vacuum(TableLog log) {
        this.log = log;
    }

    /// Removes data files older than the limit that are neither current nor were replaced since the limit.
    ///
    /// How old a file is, the folder's newest one tells: a clock that runs ahead of the disk's must not make an
    /// orphan of a file that is being written.
    int removeOrphans(Set<String> current, long limit, long now) throws IOException {
        var files = dataFiles();
        var newest = files.values().stream().mapToLong(Long::longValue).max().orElse(now);
        var old = new HashSet<String>();
        var earliest = Math.min(now, newest) - Math.max(now - limit, HOUR);
        files.forEach((name, modified) -> {
            if (modified < earliest && !current.contains(name)) {
                old.add(name);
            }
        });
        if (old.isEmpty()) {
            // The log, long as it may be, need not be read.
            return 0;
        }
        old.removeAll(replacedSince(earliest));
        var removed = 0;
        for (var name : old) {
            removed += log.engine().files().delete(log.folder() + "/" + name) ? 1 : 0;
        }
        return removed;
    }

    /// Removes temporary and checksum files: our own at once, as this process has the folder to itself; those of
    /// other programs when nobody can be writing them any more.
    int sweepTemporary(long now) throws IOException {
        var removed = 0;
        for (var folder : List.of(log.folder() + "/", log.folder() + "/_delta_log/")) {
            for (var name : log.engine().files().names(folder)) {
                var own = name.startsWith(".") && name.endsWith(".tmp") && name.length() > 40;
                var others = name.endsWith(".tmp") || (name.startsWith(".") && name.endsWith(".crc"));
                if ((own || (others && modified(folder + name) < now - HOUR))
                        && log.engine().files().delete(folder + name)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    /// When each data file was modified.
    private Map<String, Long> dataFiles() throws IOException {
        var files = new HashMap<String, Long>();
        for (var name : log.engine().files().names(log.folder())) {
            if (name.endsWith(".parquet")) {
                var modified = modified(log.folder() + "/" + name);
                if (modified != Long.MAX_VALUE) {
                    files.put(name, modified);
                }
            }
        }
        return files;
    }

    /// When the file was modified; one that is gone counts as young.
    private long modified(String path) throws IOException {
        try {
            return log.engine().files().getFileStatus(path).getModificationTime();
        } catch (FileNotFoundException e) {
            return Long.MAX_VALUE;
        }
    }

    private Set<String> replacedSince(long limit) throws IOException {
        var replaced = new HashSet<String>();
        try (var files = log.engine().files().listFrom(log.folder() + "/_delta_log/0")) {
            while (files.hasNext()) {
                var file = files.next();
                if (FileNames.isCommitFile(file.getPath()) && file.getModificationTime() >= limit) {
                    log.commits()
                            .read(FileNames.deltaVersion(file.getPath()))
                            .removes()
                            .forEach(gone ->
                                    replaced.add(URI.create(gone.getPath()).getPath()));
                }
            }
        }
        return replaced;
    }
}
