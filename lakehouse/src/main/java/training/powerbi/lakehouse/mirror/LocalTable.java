package training.powerbi.lakehouse.mirror;

import io.delta.kernel.TableManager;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.internal.actions.AddFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;

/// A table as it is here, read beside its writer.
final class LocalTable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalTable.class);

    private final String name;
    private final DataFolder data;
    private final TableLog log;
    private long newest = -1;

    LocalTable(StoreFiles files, String tables, String name) {
        this.name = name;
        this.data = new DataFolder(files, tables + "/" + name);
        this.log = new TableLog(new StoreEngine(files), data.path(), false);
    }

    String name() {
        return name;
    }

    /// The newest version; -1 when there is none yet. A look costs no listing but the first.
    synchronized long newest() throws IOException {
        if (newest < 0) {
            newest = names().newest();
        }
        while (newest >= 0 && log.commits().exists(newest + 1)) {
            newest++;
        }
        return newest;
    }

    /// What can be seen survives a power cut from now on: a copy must not have what is lost here.
    void force() throws IOException {
        data.files().forceFolder(data.path() + LogNames.FOLDER);
    }

    LogNames names() throws IOException {
        try {
            return LogNames.of(data.files().names(data.path() + LogNames.FOLDER));
        } catch (NoSuchFileException e) {
            // The table is being made.
            return LogNames.of(List.of());
        }
    }

    /// Names of the files in the table's folder.
    List<String> dataNames() throws IOException {
        return data.files().names(data.path());
    }

    /// What the commit says, looked through to its end.
    LogVersion read(long version) throws IOException {
        return log.commits().read(version);
    }

    Optional<byte[]> logFile(String file) throws IOException {
        return bytes(data.path() + LogNames.FOLDER + file);
    }

    /// When the commit was written; now, if it is gone.
    Instant writtenAt(long version, Instant now) throws IOException {
        try {
            var path = data.path() + LogNames.FOLDER + LogNames.commit(version);
            return Instant.ofEpochMilli(data.files().getFileStatus(path).getModificationTime());
        } catch (FileNotFoundException e) {
            return now;
        }
    }

    /// The bytes of a data file that the log names.
    byte[] data(AddFile file) throws IOException, RefusedMirrorException {
        var bytes = bytes(data.resolve(file.getPath()));
        if (bytes.isEmpty() || bytes.get().length != file.getSize()) {
            throw RefusedMirrorException.tooOld(name, "its data file " + file.getPath());
        }
        return bytes.get();
    }

    /// The data files of the version.
    List<AddFile> files(long version) throws IOException {
        var snapshot = TableManager.loadSnapshot(data.path()).atVersion(version).build(log.engine());
        return log.files(snapshot);
    }

    /// Sees to it that the version has a checkpoint.
    void checkpoint(long version) throws IOException {
        try {
            TableManager.loadSnapshot(data.path())
                    .atVersion(version)
                    .build(log.engine())
                    .writeCheckpoint(log.engine());
        } catch (CheckpointAlreadyExistsException e) {
            LOG.debug("{} has a checkpoint of version {}", name, version, e);
        }
    }

    private Optional<byte[]> bytes(String path) throws IOException {
        try {
            return Optional.of(data.files().bytes(path));
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
