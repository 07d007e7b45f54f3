package training.powerbi.lakehouse.upkeep;

import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import training.powerbi.lakehouse.files.Leadership;
import training.powerbi.lakehouse.log.NoteRecovery;
import training.powerbi.lakehouse.log.StoreEngine;

/// Removes old commit files and checkpoints, always behind a checkpoint, so that every version kept can be read.
///
/// A version is kept while it is young, for time travel, but not beyond the newest 5,000: a start lists the log
/// folder, and its time must not grow with a busy table's age. The newest 1,000 stay however old they are: a
/// quiet table keeps its history, and recovery finds its newest commit.
final class LogCleanup {
    private static final long LEAST_VERSIONS = NoteRecovery.MOST_VERSIONS;
    private static final long MOST_VERSIONS = 5_000;

    private final StoreEngine engine;
    private final String logFolder;
    private final Leadership leadership;

    LogCleanup(StoreEngine engine, String logFolder, Leadership leadership) {
        this.leadership = leadership;
        this.engine = engine;
        this.logFolder = logFolder;
    }

    /// Cleans up and says how many files went.
    int run(long newest, long youngEnough) throws IOException {
        var commits = new ArrayList<FileStatus>();
        var checkpoints = new ArrayList<FileStatus>();
        try (var files = engine.files().listFrom(logFolder + "/0")) {
            while (files.hasNext()) {
                var file = files.next();
                if (FileNames.isCommitFile(file.getPath())) {
                    commits.add(file);
                } else if (FileNames.isCheckpointFile(file.getPath())) {
                    checkpoints.add(file);
                }
            }
        }
        var keep = firstKept(commits, newest, youngEnough);
        var base = -1L;
        for (var checkpoint : checkpoints) {
            var version = FileNames.checkpointVersion(checkpoint.getPath());
            base = version <= keep ? Math.max(base, version) : base;
        }
        var removed = 0;
        for (var checkpoint : checkpoints) {
            removed += delete(checkpoint, FileNames.checkpointVersion(checkpoint.getPath()) < base);
        }
        for (var commit : commits) {
            removed += delete(commit, FileNames.deltaVersion(commit.getPath()) < base);
        }
        return removed;
    }

    private static long firstKept(List<FileStatus> commits, long newest, long youngEnough) {
        var keep = Math.max(0, newest - MOST_VERSIONS);
        for (var commit : commits) {
            var version = FileNames.deltaVersion(commit.getPath());
            if (commit.getModificationTime() < youngEnough) {
                keep = Math.max(keep, version + 1);
            }
        }
        return Math.min(keep, newest - LEAST_VERSIONS);
    }

    private int delete(FileStatus file, boolean old) throws IOException {
        return old && leadership.isOurs() && engine.files().delete(file.getPath()) ? 1 : 0;
    }
}
