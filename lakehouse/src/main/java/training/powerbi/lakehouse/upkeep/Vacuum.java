package training.powerbi.lakehouse.upkeep;

import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.log.CommitReader;

/// Removes data files that no version in use names, and what crashed writers left behind.
public final class Vacuum {
    private static final long HOUR = 3_600_000L;

    private final DataFolder data;
    private final CommitReader commits;
    private final Leadership leadership;

    /// @param leadership for as long as it lasts orphans are removed
    public Vacuum(DataFolder data, CommitReader commits, Leadership leadership) {
        this.leadership = leadership;
        this.data = data;
        this.commits = commits;
    }

    /// Removes data files older than the limit that are neither current nor were replaced since the limit.
    ///
    /// How old a file is, the folder's newest one tells, or the disk where there may be something to remove:
    /// a clock that runs ahead of the disk's must not make an orphan of a file that is being written, and what
    /// was erased must go in time from a table to which little is written.
    int removeOrphans(Set<String> current, long limit, long now) throws IOException {
        var files = dataFiles();
        var newest = files.values().stream().mapToLong(Long::longValue).max().orElse(now);
        var age = Math.max(now - limit, HOUR);
        var earliest = Math.min(now, newest) - age;
        if (newest < now && !olderThan(now - age, files, current).isEmpty()) {
            earliest = Math.min(now, diskTime()) - age;
        }
        var old = olderThan(earliest, files, current);
        if (old.isEmpty()) {
            // The log, long as it may be, need not be read.
            return 0;
        }
        old.removeAll(replacedSince(earliest));
        var removed = 0;
        for (var name : old) {
            removed += leadership.isOurs() && data.files().delete(data.path() + "/" + name) ? 1 : 0;
        }
        return removed;
    }

    private static Set<String> olderThan(long earliest, Map<String, Long> files, Set<String> current) {
        var old = new HashSet<String>();
        files.forEach((name, modified) -> {
            if (modified < earliest && !current.contains(name)) {
                old.add(name);
            }
        });
        return old;
    }

    private long diskTime() throws IOException {
        var path = data.path() + "/.now.tmp";
        data.files().newOutputFile(path).writeAtomically(Utils.singletonCloseableIterator("now"), true);
        try {
            return data.files().getFileStatus(path).getModificationTime();
        } finally {
            data.files().delete(path);
        }
    }

    /// Removes temporary and checksum files: our own at once, as this process has the folder to itself; those of
    /// other programs when nobody can be writing them any more.
    public int sweepTemporary(long now) throws IOException {
        var removed = 0;
        for (var folder : List.of(data.path() + "/", data.path() + "/_delta_log/")) {
            for (var name : data.files().names(folder)) {
                var own = name.startsWith(".") && name.endsWith(".tmp") && name.length() > 40;
                var others = name.endsWith(".tmp") || (name.startsWith(".") && name.endsWith(".crc"));
                if ((own || (others && modified(folder + name) < now - HOUR))
                        && data.files().delete(folder + name)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    /// When each data file was modified.
    private Map<String, Long> dataFiles() throws IOException {
        var files = new HashMap<String, Long>();
        try (var listing = data.files().listFrom(data.path() + "/")) {
            while (listing.hasNext()) {
                var file = listing.next();
                if (file.getPath().endsWith(".parquet")) {
                    files.put(file.getPath().substring(data.path().length() + 1), file.getModificationTime());
                }
            }
        }
        return files;
    }

    /// When the file was modified; one that is gone counts as young.
    private long modified(String path) throws IOException {
        try {
            return data.files().getFileStatus(path).getModificationTime();
        } catch (FileNotFoundException e) {
            return Long.MAX_VALUE;
        }
    }

    private Set<String> replacedSince(long limit) throws IOException {
        var replaced = new HashSet<String>();
        try (var files = data.files().listFrom(data.path() + "/_delta_log/0")) {
            while (files.hasNext()) {
                var file = files.next();
                if (FileNames.isCommitFile(file.getPath()) && file.getModificationTime() >= limit) {
                    commits.read(FileNames.deltaVersion(file.getPath()))
                            .removes()
                            .forEach(gone ->
                                    replaced.add(URI.create(gone.getPath()).getPath()));
                }
            }
        }
        return replaced;
    }
}
