package training.powerbi.lakehouse.log;

import io.delta.kernel.data.Row;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.Protocol;
import io.delta.kernel.internal.actions.RemoveFile;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitNote;

/// Reads single commit files by their number, without listing the log.
public final class CommitReader {
    /// How our commits name their writer.
    static final String ENGINE = "training-portal";

    static final String ADDED = "numAddedFiles";
    static final String REMOVED = "numRemovedFiles";

    private static final StructType COMMIT_INFO = new StructType()
            .add("engineInfo", StringType.STRING)
            .add("operation", StringType.STRING)
            .add("userMetadata", StringType.STRING)
            .add("operationMetrics", new MapType(StringType.STRING, StringType.STRING, true));
    private static final StructType SCHEMA = new StructType()
            .add("commitInfo", COMMIT_INFO)
            .add("add", AddFile.FULL_SCHEMA)
            .add("remove", RemoveFile.FULL_SCHEMA)
            .add("metaData", Metadata.FULL_SCHEMA)
            .add("protocol", Protocol.FULL_SCHEMA);

    private final StoreEngine engine;
    private final String logFolder;

    CommitReader(StoreEngine engine, String logFolder) {
        this.engine = engine;
        this.logFolder = logFolder;
    }

    String file(long version) {
        return FileNames.deltaFile(logFolder, version);
    }

    public boolean exists(long version) throws IOException {
        try {
            engine.files().getFileStatus(file(version));
            return true;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /// Reads the commit file of the version.
    ///
    /// @throws TornCommitException when the file is not whole
    public LogVersion read(long version) throws IOException {
        var status = FileStatus.of(file(version), 0, 0);
        var adds = new ArrayList<AddFile>();
        var removes = new ArrayList<RemoveFile>();
        var metadata = false;
        Row info = null;
        try (var batches = engine.getJsonHandler()
                .readJsonFiles(Utils.singletonCloseableIterator(status), SCHEMA, Optional.empty())) {
            while (batches.hasNext()) {
                try (var rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        var row = rows.next();
                        info = row.isNullAt(0) ? info : row.getStruct(0);
                        if (!row.isNullAt(1)) {
                            adds.add(new AddFile(row.getStruct(1)));
                        }
                        if (!row.isNullAt(2)) {
                            removes.add(new RemoveFile(row.getStruct(2)));
                        }
                        metadata |= !row.isNullAt(3) || !row.isNullAt(4);
                    }
                }
            }
        } catch (KernelEngineException | ClassCastException e) {
            throw new TornCommitException(file(version), version, e);
        }
        if (info == null && adds.isEmpty() && removes.isEmpty() && !metadata) {
            throw new TornCommitException(file(version), version);
        }
        var ours = text(info, 0).contains(ENGINE);
        if (ours && (differs(info, ADDED, adds) || differs(info, REMOVED, removes))) {
            throw new TornCommitException(file(version), version);
        }
        var notes =
                ours && info != null && !info.isNullAt(2) ? NoteJson.notes(info.getString(2)) : List.<CommitNote>of();
        return new LogVersion(version, ours, text(info, 1), notes, adds, removes, metadata);
    }

    /// Our newest commit and those of others behind it, in order; without ours when the log does not reach back to
    /// it.
    public List<LogVersion> sinceOurs(long newest) throws IOException {
        var found = new ArrayList<LogVersion>();
        for (var version = newest; version >= 0 && newest - version < NoteRecovery.MOST_VERSIONS; version--) {
            if (!exists(version)) {
                break;
            }
            var commit = read(version);
            found.addFirst(commit);
            if (commit.ours()) {
                break;
            }
        }
        return found;
    }

    /// Looks through the log for a damaged commit file.
    ///
    /// @throws TornCommitException when there is one
    void findTorn() throws IOException {
        try (var files = engine.files().listFrom(logFolder + "/0")) {
            while (files.hasNext()) {
                var path = files.next().getPath();
                if (FileNames.isCommitFile(path)) {
                    read(FileNames.deltaVersion(path));
                }
            }
        }
    }

    private static String text(@Nullable Row info, int at) {
        return info == null || info.isNullAt(at) ? "" : info.getString(at);
    }

    private static boolean differs(@Nullable Row info, String metric, List<?> found) {
        if (info == null || info.isNullAt(3)) {
            return false;
        }
        Map<String, String> metrics = VectorUtils.toJavaMap(info.getMap(3));
        var said = metrics.get(metric);
        return said != null && !said.equals(Integer.toString(found.size()));
    }
}
