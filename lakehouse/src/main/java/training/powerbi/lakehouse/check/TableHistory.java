package training.powerbi.lakehouse.check;

import io.delta.kernel.TableManager;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.types.StructType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.log.CommitReader;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.log.TornCommitException;

/// One table's log, read entry by entry and without trust in its checkpoints.
final class TableHistory {
    private final StoreEngine engine;
    private final String folder;
    private final TableLog log;
    private final TreeMap<Long, LogVersion> commits = new TreeMap<>();
    private final TreeMap<Long, String> damaged = new TreeMap<>();
    private final TreeSet<Long> checkpoints = new TreeSet<>();
    private final Map<Long, Map<String, AddFile>> trusted = new HashMap<>();

    TableHistory(StoreEngine engine, String folder) throws IOException {
        this.engine = engine;
        this.folder = folder;
        this.log = new TableLog(engine, folder, false);
        for (var name : names()) {
            if (FileNames.isCommitFile(name)) {
                read(log.commits(), FileNames.deltaVersion(name));
            } else if (FileNames.isCheckpointFile(name)) {
                checkpoints.add(FileNames.checkpointVersion(name));
            }
        }
    }

    List<String> names() throws IOException {
        try {
            return engine.files().names(folder + "/_delta_log");
        } catch (NoSuchFileException | FileNotFoundException e) {
            return List.of();
        }
    }

    private void read(CommitReader reader, long version) throws IOException {
        try {
            var commit = reader.find(version);
            commit.ifPresent(found -> commits.put(version, found));
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            damaged.put(version, reason(e));
        }
    }

    static String reason(Throwable failure) {
        if (failure instanceof TornCommitException) {
            // Its own words say what to do by hand, which is for whoever has no doctor.
            return "it ends too early";
        }
        var said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        // It becomes part of a sentence.
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    SortedSet<Long> checkpoints() {
        return checkpoints;
    }

    /// Why entries cannot be read, by version.
    NavigableMap<Long, String> damaged() {
        return damaged;
    }

    NavigableMap<Long, LogVersion> commits() {
        return commits;
    }

    /// The newest version that anything tells of; -1 when nothing does.
    long newest() {
        var newest = -1L;
        for (var versions : List.of(commits.keySet(), damaged.keySet(), checkpoints)) {
            newest = versions.isEmpty()
                    ? newest
                    : Math.max(newest, versions.stream().max(Long::compare).orElse(-1L));
        }
        return newest;
    }

    /// The versions between the first entry and the newest that have no entry.
    List<Long> missing() {
        var known = new TreeSet<>(commits.keySet());
        known.addAll(damaged.keySet());
        var missing = new TreeSet<Long>();
        for (var version = known.isEmpty() ? 0 : known.first(); version <= newest(); version++) {
            if (!known.contains(version)) {
                missing.add(version);
            }
        }
        return List.copyOf(missing);
    }

    /// The table's files at the version by the log's entries alone; from a checkpoint only where they do not reach
    /// back.
    ///
    /// @throws IOException when they cannot be told
    Map<String, AddFile> filesAt(long version) throws IOException {
        var base = base(version);
        var files = base < 0 ? new HashMap<String, AddFile>() : new HashMap<>(checkpoint(base));
        for (var each = base + 1; each <= version; each++) {
            var commit = commits.get(each);
            if (commit == null) {
                throw new IOException("There is no readable entry of version " + each);
            }
            commit.removes().forEach(gone -> files.remove(gone.getPath()));
            commit.adds().forEach(added -> files.put(added.getPath(), added));
        }
        return files;
    }

    /// The version to begin with: -1 for the beginning, or the newest checkpoint when entries before it are gone.
    private long base(long version) {
        if (commits.containsKey(0L) && commits.subMap(0L, version + 1).size() == version + 1) {
            return -1;
        }
        var base = checkpoints.floor(version);
        return base == null ? -1 : base;
    }

    /// The files that a checkpoint tells of.
    ///
    /// @throws IOException when it cannot be read, or lacks a part
    Map<String, AddFile> checkpoint(long version) throws IOException {
        var known = trusted.get(version);
        if (known != null) {
            return known;
        }
        try {
            var snapshot = snapshot(version);
            var served = snapshot.getLogSegment().getCheckpointVersionOpt();
            if (served.isEmpty() || served.get() != version) {
                throw new IOException("It is not whole");
            }
            var files = new HashMap<String, AddFile>();
            log.files(snapshot).forEach(file -> files.put(file.getPath(), file));
            trusted.put(version, files);
            return files;
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            throw new IOException(reason(e), e);
        }
    }

    /// The newest version before `good` without a readable entry, which a checkpoint behind it makes up for; empty when
    /// all are there.
    OptionalLong hole(long good) {
        return LongStream.concat(
                        missing().stream().mapToLong(Long::longValue),
                        damaged.keySet().stream().mapToLong(Long::longValue))
                .filter(version -> version < good)
                .max();
    }

    /// The table's columns as of the version.
    ///
    /// @throws IOException when they cannot be told
    StructType schema(long version) throws IOException {
        try {
            return snapshot(version).getSchema();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            throw new IOException(reason(e), e);
        }
    }

    private SnapshotImpl snapshot(long version) {
        return (SnapshotImpl)
                TableManager.loadSnapshot(folder).atVersion(version).build(engine);
    }
}
