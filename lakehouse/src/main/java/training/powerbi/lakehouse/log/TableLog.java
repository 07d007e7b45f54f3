package training.powerbi.lakehouse.log;

import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.Row;
import io.delta.kernel.exceptions.CommitStateUnknownException;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.OutcomeUnknownException;

/// One table's Delta log: the only class that drives Kernel's snapshots and transactions. Of use to one thread
/// at a time.
public final class TableLog {
    private static final Logger LOG = LoggerFactory.getLogger(TableLog.class);
    private static final String APPEND_ONLY = "delta.appendOnly";

    private final StoreEngine engine;
    private final String folder;
    private final boolean appendOnly;
    private final CommitReader commits;
    private @Nullable Snapshot snapshot;
    private boolean plain;

    /// The log of the table in the folder.
    ///
    /// @param appendOnly whether the portal commits no more than an append-only table allows
    public TableLog(StoreEngine engine, String folder, boolean appendOnly) {
        this.appendOnly = appendOnly;
        this.engine = engine;
        this.folder = folder;
        this.commits = new CommitReader(engine, folder + "/_delta_log");
    }

    public StoreEngine engine() {
        return engine;
    }

    /// Whether other servers may commit to it.
    public boolean isShared() {
        return engine.signature().instance().isPresent();
    }

    public String folder() {
        return folder;
    }

    public CommitReader commits() {
        return commits;
    }

    /// Makes the table with its empty version 0 unless it is there.
    public void createIfMissing(StructType schema) throws IOException {
        // A long log is not worth listing for this.
        if (commits.exists(0) || hasCheckpoint()) {
            return;
        }
        engine.files().mkdirs(folder + "/_delta_log");
        try (var log = engine.files().listFrom(folder + "/_delta_log/0")) {
            while (log.hasNext()) {
                var name = log.next().getPath();
                if (name.endsWith(".json") || name.endsWith(".parquet")) {
                    return;
                }
            }
        }
        engine.files().requirePlace();
        try {
            TableManager.buildCreateTableTransaction(
                            folder, schema, engine.signature().text())
                    // Old log files go by our own rules, which know what is still needed.
                    .withTableProperties(properties())
                    .withMaxRetries(0)
                    .build(engine)
                    .commit(engine.carrying(CommitExtras.NONE), CloseableIterable.emptyIterable());
        } catch (RuntimeException e) {
            requireMade(e);
        }
    }

    /// Another server may have been quicker, or an answer was lost: all that counts is that the table is there.
    private void requireMade(RuntimeException failure) throws IOException {
        var unknown = OutcomeUnknownException.beneath(failure);
        if (unknown.isPresent()) {
            try {
                unknown.get().repeat();
            } catch (FileAlreadyExistsException e) {
                LOG.debug("Another server made {}", folder);
            }
        } else if (!Causes.has(failure, FileAlreadyExistsException.class)
                && !Causes.has(failure, TableAlreadyExistsException.class)) {
            throw failure;
        }
    }

    private Map<String, String> properties() {
        var cleanUp = "delta.enableExpiredLogCleanup";
        return appendOnly ? Map.of(cleanUp, "false", APPEND_ONLY, "true") : Map.of(cleanUp, "false");
    }

    private boolean hasCheckpoint() throws IOException {
        try {
            engine.files().getFileStatus(folder + "/_delta_log/_last_checkpoint");
            return true;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /// The newest version, read anew from the log.
    Snapshot reload() {
        var newest = TableManager.loadSnapshot(folder).build(engine);
        snapshot = newest;
        var protocol = newest.getProtocol();
        plain = protocol.getMinReaderVersion() == 1
                && protocol.getMinWriterVersion() == 2
                && (appendOnly || !isMarked(newest));
        return newest;
    }

    /// A version and the files that it consists of.
    public record Whole(Snapshot snapshot, List<AddFile> files) {}

    /// The newest version, read anew and looked through to its end.
    ///
    /// @throws TornCommitException when a commit file is damaged
    public Whole loadNewest() throws IOException {
        var newest = new DamagedCheckpoints(engine, folder + "/_delta_log").readPast(this::readWhole);
        // Kernel reads only what it needs of a commit; a cut at the end of a line would pass unseen.
        var version = newest.snapshot().getVersion();
        if (commits.exists(version)) {
            commits.read(version);
        }
        return newest;
    }

    /// Kernel reads the files of a checkpoint when they are asked for.
    private Whole readWhole() throws IOException {
        try {
            var newest = reload();
            return new Whole(newest, files(newest));
        } catch (RuntimeException e) {
            commits.findTorn();
            throw e;
        }
    }

    /// Whether other programs are told that the table only grows.
    public boolean isMarked() {
        var known = snapshot;
        return isMarked(known == null ? reload() : known);
    }

    private static boolean isMarked(Snapshot at) {
        return Boolean.parseBoolean(at.getTableProperties().get(APPEND_ONLY));
    }

    /// The table's metadata with that mark.
    public Metadata marked() {
        var metadata = reload().getMetadata();
        var properties = new HashMap<>(metadata.getConfiguration());
        properties.put(APPEND_ONLY, "true");
        return metadata.withReplacedConfiguration(properties);
    }

    /// Another program changed the table's metadata: what is known of it must be read anew.
    public void forget() {
        snapshot = null;
        plain = false;
    }

    /// The table's columns as of now.
    public StructType schema() {
        var known = snapshot;
        return (known == null ? reload() : known).getSchema();
    }

    /// Writes a little and takes it back.
    ///
    /// @throws IOException when the disk takes nothing
    public void probe() throws IOException {
        engine.files().probe(folder);
    }

    public List<AddFile> files(Snapshot at) throws IOException {
        var files = new ArrayList<AddFile>();
        try (var batches = at.getScanBuilder().build().getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (var rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        files.add(new AddFile(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)));
                    }
                }
            }
        }
        return files;
    }

    /// Commits the changes as the version after `base`.
    ///
    /// @throws CommitConflictException when that version exists already
    /// @throws UnknownCommitException when it may be there, or may yet come
    public void commit(long base, FileChanges changes, CommitExtras extras, long now)
            throws CommitConflictException, IOException {
        var actions = new ArrayList<Row>();
        changes.metadata().ifPresent(changed -> actions.add(SingleAction.createMetadataSingleAction(changed.toRow())));
        for (var gone : changes.removed()) {
            actions.add(SingleAction.createRemoveFileSingleAction(
                    gone.toRemoveFileRow(changes.dataChange(), Optional.of(now))));
        }
        for (var added : changes.added()) {
            actions.add(SingleAction.createAddFileSingleAction(added.toRow()));
        }
        if (snapshot == null && !plain) {
            reload();
        }
        try {
            if (plain || changes.metadata().isPresent()) {
                new PlainCommit(engine, commits).write(base + 1, actions, extras, now);
            } else {
                commitByKernel(base, actions, extras);
            }
        } catch (IOException | RuntimeException e) {
            var unknown = OutcomeUnknownException.beneath(e);
            if (unknown.isPresent()) {
                throw new UnknownCommitException(unknown.get());
            }
            throw e;
        }
    }

    private void commitByKernel(long base, List<Row> actions, CommitExtras extras) throws CommitConflictException {
        var from = snapshot;
        if (from == null || from.getVersion() != base) {
            from = reload();
        }
        if (from.getVersion() != base) {
            throw new CommitConflictException(new FileAlreadyExistsException(commits.file(base + 1)));
        }
        // If anything goes wrong, the next commit starts from the log.
        snapshot = null;
        try {
            var result = from.buildUpdateTableTransaction(engine.signature().text(), Operation.WRITE)
                    .withMaxRetries(0)
                    .build(engine)
                    .commit(
                            engine.carrying(extras),
                            CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
            snapshot = result.getPostCommitSnapshot().orElse(null);
        } catch (MaxCommitRetryLimitReachedException | ConcurrentWriteException | CommitStateUnknownException e) {
            if (Causes.has(e, FileAlreadyExistsException.class)) {
                throw new CommitConflictException(e);
            }
            throw e;
        }
    }
}
