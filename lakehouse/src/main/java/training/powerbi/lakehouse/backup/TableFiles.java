package training.powerbi.lakehouse.backup;

import io.delta.kernel.TableManager;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The files that a table consists of at one version: its data files, the newest checkpoint before it, and the log from
/// there on.
final class TableFiles {
    /// The log that is kept beyond what the version needs: a start looks a little back for what a crash left out.
    private static final long LOOK_BACK = 10;

    private final StoreEngine engine;
    private final String folder;

    TableFiles(StoreEngine engine, String folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /// By their paths within the folder, each with its size where the log tells it.
    Map<String, OptionalLong> at(long version) throws IOException {
        var found = new LinkedHashMap<String, OptionalLong>();
        var snapshot = (SnapshotImpl)
                TableManager.loadSnapshot(folder).atVersion(version).build(engine);
        for (var file : new TableLog(engine, folder, false).files(snapshot)) {
            found.put(relative(file.getPath()), OptionalLong.of(file.getSize()));
            vector(file).forEach(path -> found.put(path, OptionalLong.empty()));
        }
        for (var name : log(snapshot, version)) {
            found.put("_delta_log/" + name, OptionalLong.empty());
        }
        return found;
    }

    private List<String> log(SnapshotImpl snapshot, long version) throws IOException {
        var segment = snapshot.getLogSegment();
        var names = new ArrayList<>(Stream.of(segment.getCheckpoints(), segment.getDeltas())
                .flatMap(List::stream)
                .map(FileStatus::getPath)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList());
        // The commit that a checkpoint stands for is wanted beside it.
        var first =
                Math.min(version - LOOK_BACK, segment.getCheckpointVersionOpt().orElse(0L));
        for (var name : engine.files().names(folder + "/_delta_log")) {
            if (FileNames.isCommitFile(name)
                    && !names.contains(name)
                    && FileNames.deltaVersion(name) >= first
                    && FileNames.deltaVersion(name) <= version) {
                names.add(name);
            }
        }
        return names;
    }

    /// A file that says which rows of the data file are deleted; only other programs write such.
    private Stream<String> vector(AddFile file) {
        return file.getDeletionVector().filter(vector -> vector.isOnDisk()).stream()
                .map(vector -> vector.getAbsolutePath(folder))
                .map(path -> path.startsWith("file:") ? URI.create(path).getPath() : path)
                .map(path -> path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path)
                .map(this::relative);
    }

    private String relative(String named) {
        var uri = URI.create(named);
        if (uri.isAbsolute() || named.startsWith("/")) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The table in " + folder + " names a file outside of its folder, " + named
                            + ", which a backup cannot hold. Find out which program wrote that.");
        }
        return uri.getPath();
    }
}
