package training.powerbi.lakehouse.log;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.util.FileNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import training.powerbi.lakehouse.files.PlainFields;
import training.powerbi.lakehouse.files.UnreachableException;

/// Reads a table past checkpoints that cannot be read: they only save the way through the log. A damaged one is put
/// aside under another name, so that the next checkpoint can take its place; when the log alone does not do, it is
/// put back and the start ends naming it.
final class DamagedCheckpoints {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedCheckpoints.class);
    private static final String ASIDE = ".damaged";
    private static final String LAST = "_last_checkpoint";

    private final StoreEngine engine;
    private final String logFolder;
    private final Deque<String> aside = new ArrayDeque<>();

    DamagedCheckpoints(StoreEngine engine, String logFolder) {
        this.engine = engine;
        this.logFolder = logFolder;
    }

    /// Loads a snapshot and looks at all its files.
    interface Reading {
        TableLog.Whole read() throws IOException;
    }

    /// @throws IOException naming the newest checkpoint when the log is of no use without it
    TableLog.Whole readPast(Reading reading) throws IOException {
        checkLast();
        while (true) {
            try {
                var whole = reading.read();
                dropUnused(whole.snapshot());
                return whole;
            } catch (TornCommitException e) {
                // It is known what is damaged, and it is no checkpoint.
                throw e;
            } catch (RuntimeException | IOException | LinkageError e) {
                var newest = newest();
                if (newest.isEmpty() || ofTheSystem(e)) {
                    throw giveUp(e);
                }
                LOG.debug("Read with a checkpoint that may be damaged", e);
                for (var file : newest) {
                    putAside(file);
                }
                if (exists(LAST)) {
                    putAside(LAST);
                }
            }
        }
    }

    /// Whether the system would not let it be read, as without a free file handle or the right to: this says nothing
    /// of what is in it. A file that is gone does.
    static boolean ofTheSystem(Throwable failure) {
        if (UnreachableException.isBeneath(failure)) {
            return true;
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException refused) {
                return !(refused instanceof NoSuchFileException);
            }
        }
        return false;
    }

    /// Kernel takes the file's word for where the newest checkpoint is.
    private void checkLast() throws IOException {
        if (!exists(LAST)) {
            return;
        }
        var named = named(engine.files().bytes(logFolder + "/" + LAST));
        if (named.isEmpty()
                || checkpoints().stream().noneMatch(name -> FileNames.checkpointVersion(name) == named.get())) {
            putAside(LAST);
        }
    }

    /// The version of the checkpoint that such a file names; none when it is damaged.
    static Optional<Long> named(byte[] last) {
        try {
            return PlainFields.of(new String(last, StandardCharsets.UTF_8)).get("version") instanceof Long version
                    ? Optional.of(version)
                    : Optional.empty();
        } catch (JacksonException e) {
            LOG.debug("{} is no JSON", LAST, e);
            return Optional.empty();
        }
    }

    /// Checkpoints newer than the one that served lack a part.
    private void dropUnused(Snapshot snapshot) throws IOException {
        var served = snapshot.getLogSegment().getCheckpointVersionOpt().orElse(-1L);
        for (var name : checkpoints()) {
            var version = FileNames.checkpointVersion(name);
            if (version > served && version <= snapshot.getVersion()) {
                putAside(name);
            }
        }
        checkLast();
    }

    private List<String> newest() throws IOException {
        var all = checkpoints();
        var version = all.stream().mapToLong(FileNames::checkpointVersion).max().orElse(-1);
        return all.stream()
                .filter(name -> FileNames.checkpointVersion(name) == version)
                .toList();
    }

    private List<String> checkpoints() throws IOException {
        return engine.files().names(logFolder).stream()
                .filter(FileNames::isCheckpointFile)
                .toList();
    }

    private void putAside(String name) throws IOException {
        move(name, name + ASIDE);
        aside.addLast(name);
        LOG.warn(
                "The checkpoint file {}/{} is damaged; the table is read from its log without it. The file is now"
                        + " called {}{}; the next checkpoint takes its place.",
                logFolder,
                name,
                name,
                ASIDE);
    }

    private IOException giveUp(Throwable failure) throws IOException {
        var named = new ArrayList<>(aside);
        while (!aside.isEmpty()) {
            var name = aside.removeLast();
            move(name + ASIDE, name);
        }
        if (named.isEmpty() || ofTheSystem(failure)) {
            return failure instanceof IOException io
                    ? io
                    : new IOException("The log " + logFolder + " cannot be read", failure);
        }
        return new IOException(
                "The checkpoint file " + logFolder + "/" + named.getFirst()
                        + " is damaged, and the log before it is no longer whole. Restore the table's folder from a backup.",
                failure);
    }

    private void move(String from, String to) throws IOException {
        engine.files().copyFileAtomically(logFolder + "/" + from, logFolder + "/" + to, true);
        engine.files().delete(logFolder + "/" + from);
    }

    private boolean exists(String name) throws IOException {
        try {
            engine.files().getFileStatus(logFolder + "/" + name);
            return true;
        } catch (FileNotFoundException e) {
            return false;
        }
    }
}
