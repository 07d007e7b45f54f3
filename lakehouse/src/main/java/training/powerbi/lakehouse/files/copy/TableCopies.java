package training.powerbi.lakehouse.files.copy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import training.powerbi.lakehouse.files.local.CopyFolder;

/// What the copies of one table's log come to: a server may have died between two copies, so that the newest commit
/// there is a copy of is not always one that can be read with its data.
///
/// @param checkpoint version of the newest checkpoint; -1 without one
/// @param head the newest version that can be read whole; -1 for none
record TableCopies(String table, List<String> files, long checkpoint, long head, Map<Long, CommitFiles> commits) {

    static TableCopies of(CopyFolder copies, String table) {
        var files = copies.list(table + CopiedPaths.LOG).stream()
                .map(CopyFolder.Entry::path)
                .toList();
        var checkpoint = files.stream()
                .filter(CopiedPaths::isCheckpoint)
                .mapToLong(CopiedPaths::version)
                .max()
                .orElse(-1);
        var commits = new TreeMap<Long, CommitFiles>();
        for (var file : files) {
            if (CopiedPaths.isCommit(file) && CopiedPaths.version(file) > checkpoint) {
                copies.find(file)
                        .ifPresent(copy -> commits.put(CopiedPaths.version(file), CommitFiles.of(copy.bytes(), table)));
            }
        }
        return new TableCopies(table, files, checkpoint, head(copies, checkpoint, commits), commits);
    }

    private static long head(CopyFolder copies, long checkpoint, TreeMap<Long, CommitFiles> commits) {
        var live = new HashSet<String>();
        var head = checkpoint;
        for (var version = checkpoint + 1; commits.containsKey(version); version++) {
            var commit = commits.get(version);
            live.removeAll(commit.removed());
            live.addAll(commit.added());
            if (live.stream().allMatch(copies::has)) {
                head = version;
            }
        }
        return head;
    }

    /// Whether the file belongs to what can be read.
    boolean serves(String path) {
        return CopiedPaths.isPointer(path) ? checkpoint >= 0 : CopiedPaths.version(path) <= head;
    }

    /// Commits between others that there is no copy of: the answer to their writing was lost.
    List<String> missing() {
        var missing = new ArrayList<String>();
        var newest = commits.isEmpty() ? checkpoint : Collections.max(commits.keySet());
        for (var version = checkpoint + 1; version < newest; version++) {
            if (!commits.containsKey(version)) {
                missing.add(table + CopiedPaths.LOG + String.format(Locale.ROOT, "%020d.json", version));
            }
        }
        return missing;
    }

    /// Files of the log from before the newest checkpoint.
    List<String> passed() {
        return files.stream()
                .filter(file -> CopiedPaths.version(file) >= 0 && CopiedPaths.version(file) < checkpoint)
                .toList();
    }

    /// Data files that only commits from before the newest checkpoint speak of, as removed. Those that later ones
    /// removed stay: a start looks into what others did to a table.
    Set<String> outdated(CopyFolder copies) {
        var gone = new HashSet<String>();
        for (var file : passed()) {
            if (CopiedPaths.isCommit(file)) {
                copies.find(file)
                        .map(copy -> CommitFiles.of(copy.bytes(), table))
                        .ifPresent(commit -> {
                            gone.removeAll(commit.added());
                            gone.addAll(commit.removed());
                        });
            }
        }
        commits.values().forEach(commit -> gone.removeAll(commit.added()));
        return gone;
    }
}
