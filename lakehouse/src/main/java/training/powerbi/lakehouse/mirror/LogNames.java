package training.powerbi.lakehouse.mirror;

import io.delta.kernel.internal.util.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a table's log folder holds.
///
/// @param checkpoints names of the files of each
record LogNames(NavigableSet<Long> commits, NavigableMap<Long, List<String>> checkpoints) {
    static final String FOLDER = "/_delta_log/";
    static final String LAST_CHECKPOINT = "_last_checkpoint";

    static LogNames of(Iterable<String> names) {
        var found = new LogNames(new TreeSet<>(), new TreeMap<>());
        for (var name : names) {
            if (FileNames.isCommitFile(name)) {
                found.commits.add(FileNames.deltaVersion(name));
            } else if (FileNames.isCheckpointFile(name)) {
                found.checkpoints
                        .computeIfAbsent(FileNames.checkpointVersion(name), version -> new ArrayList<>())
                        .add(name);
            }
        }
        return found;
    }

    static String commit(long version) {
        return String.format(Locale.ROOT, "%020d.json", version);
    }

    long newest() {
        return commits.isEmpty() ? -1 : commits.last();
    }

    /// Whether no commit between the oldest and the newest is missing.
    boolean isWhole() {
        return commits.isEmpty() || commits.last() - commits.first() + 1 == commits.size();
    }

    /// Whether the newest version can be read from these files alone.
    boolean isReadable() {
        return !commits.isEmpty() && (commits.first() == 0 || checkpoints.ceilingKey(commits.first()) != null);
    }
}
