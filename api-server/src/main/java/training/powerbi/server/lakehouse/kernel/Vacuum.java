package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.internal.util.FileNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes data files that no version in use names, and what crashed writers left behind.
final class Vacuum {
    private static final long HOUR = 3_600_000L;

    private final TableLog log;

    Vacuum(TableLog log) {
        this.log = log;
    }

    /// Removes data files older than the limit that are neither current nor were replaced since the limit.
    int removeOrphans(Set<String> current, long limit, long now) throws IOException {
        var old = oldFiles(current, Math.min(limit, now - HOUR));
        if (old.isEmpty()) {
            // The log, long as it may be, need not be read.
            return 0;
        }
        old.removeAll(replacedSince(limit));
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

    private Set<String> oldFiles(Set<String> current, long limit) throws IOException {
        var old = new HashSet<String>();
        for (var name : log.engine().files().names(log.folder())) {
            if (name.endsWith(".parquet") && !current.contains(name) && modified(log.folder() + "/" + name) < limit) {
                old.add(name);
            }
        }
        return old;
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
