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
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.files.UnreachableException;

/// Reads single commit files by their number, without listing the log.
public final class CommitReader {
    static final String ADDED = "numAddedFiles";
    static final String REMOVED = "numRemovedFiles";

    private static final StructType COMMIT_INFO = new StructType()
            .add("engineInfo", StringType.STRING)
            .add("timestamp", LongType.LONG)
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

    /// Reads the commit file of the version if there is one: a look that costs no more than the reading.
    ///
    /// @throws TornCommitException when the file is not whole
    public Optional<LogVersion> find(long version) throws IOException {
        try {
            return Optional.of(read(version));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /// Reads the commit file of the version.
    ///
    /// @throws FileNotFoundException when there is none
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
            throw unreadable(version, e);
        }
        if (info == null && adds.isEmpty() && removes.isEmpty() && !metadata) {
            throw new TornCommitException(file(version), version);
        }
        var author = engine.signature().author(text(info, 0));
        var ours = author != Author.OTHER_PROGRAM;
        if (ours && (differs(info, ADDED, adds) || differs(info, REMOVED, removes))) {
            throw new TornCommitException(file(version), version);
        }
        var notes =
                ours && info != null && !info.isNullAt(3) ? NoteJson.notes(info.getString(3)) : List.<CommitNote>of();
        var time = info == null || info.isNullAt(1) ? 0 : info.getLong(1);
        return new LogVersion(version, author, time, text(info, 2), notes, adds, removes, metadata);
    }

    /// A file that is not there, that the system does not open, or that is out of reach is not torn: nobody must be
    /// told to remove it.
    private RuntimeException unreadable(long version, RuntimeException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileNotFoundException
                    || cause instanceof FileSystemException
                    || cause instanceof UnreachableException) {
                throw (IOException) cause;
            }
        }
        return new TornCommitException(file(version), version, failure);
    }

    /// Our newest commit and those of others behind it, in order; without ours when the log does not reach back to
    /// it. Where several servers write, also what came shortly before ours: another server may have stopped between
    /// its commit and what follows from it.
    ///
    /// @param noted whether anything follows from a commit
    public List<LogVersion> sinceOurs(long newest, boolean noted) throws IOException {
        var found = new ArrayList<LogVersion>();
        var since = Long.MAX_VALUE;
        for (var version = newest; version >= 0 && newest - version < NoteRecovery.MOST_VERSIONS; version--) {
            var commit = find(version);
            if (commit.isEmpty() || (commit.get().ours() && commit.get().time() < since && since < Long.MAX_VALUE)) {
                break;
            }
            found.addFirst(commit.get());
            if (commit.get().ours() && since == Long.MAX_VALUE) {
                if (!noted || engine.signature().instance().isEmpty()) {
                    break;
                }
                since = commit.get().time() - NoteDelivery.LOOK_BACK.toMillis();
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
        if (info == null || info.isNullAt(4)) {
            return false;
        }
        Map<String, String> metrics = VectorUtils.toJavaMap(info.getMap(4));
        var said = metrics.get(metric);
        return said != null && !said.equals(Integer.toString(found.size()));
    }
}
