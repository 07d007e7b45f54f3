package training.powerbi.lakehouse.files.onelake;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.WholeFile;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// The store's files in a lakehouse, by paths such as `/Tables/users/_delta_log/…`. A commit file appears whole or
/// not at all, and of two writers of one commit file exactly one succeeds, also when answers are lost: see
/// [training.powerbi.lakehouse.files.onelake.rest.BlobClient#putIfAbsent]. Safe for use by many threads and servers.
public final class OneLakeFiles implements StoreFiles {
    private static final int KEPT_BYTES = 48 * 1024 * 1024;
    private static final long PROBE_NANOS = 2_000_000_000L;
    /// One name for all servers: of those that end before they take it back, no more than one file is left.
    private static final String PROBE = "/Files/_portal/probe";

    private final LakehouseBlobs blobs;
    private final KeptFiles kept = new KeptFiles(KEPT_BYTES);
    private final ReentrantLock probing = new ReentrantLock();
    private long probedAt;
    private @Nullable IOException lastProbe;

    public OneLakeFiles(LakehouseBlobs blobs) {
        this.blobs = blobs;
        this.probedAt = System.nanoTime() - PROBE_NANOS;
    }

    @Override
    public boolean isFar() {
        return true;
    }

    /// A folder that is not there has no files: here folders come and go with what is in them.
    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        var folder = filePath.substring(0, filePath.lastIndexOf('/') + 1);
        var files = blobs.list(folder, false).stream()
                .filter(blob -> blob.path().compareTo(filePath) >= 0)
                .map(OneLakeFiles::status)
                .iterator();
        return Utils.toCloseableIterator(files);
    }

    private static FileStatus status(BlobEntry blob) {
        return FileStatus.of(blob.path(), blob.size(), blob.modified().toEpochMilli());
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        var known = kept.find(path);
        if (known != null) {
            return FileStatus.of(path, known.bytes().length, known.modified());
        }
        var found = blobs.find(path).orElseThrow(() -> new FileNotFoundException(path));
        return FileStatus.of(path, found.size(), found.modified().toEpochMilli());
    }

    @Override
    public String resolvePath(String path) {
        return path;
    }

    @Override
    public boolean mkdirs(String path) {
        return true;
    }

    @Override
    public InputFile newInputFile(String path, long fileSize) {
        return new WholeFile(path, () -> read(path));
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new OneLakeOutputFile(this, path);
    }

    private byte[] read(String path) throws IOException {
        var known = kept.find(path);
        if (known != null) {
            return known.bytes();
        }
        var whole = blobs.read(path);
        kept.keep(path, new KeptFiles.Kept(whole.body(), whole.modified().toEpochMilli()));
        return whole.body();
    }

    void write(String path, byte[] bytes) throws IOException {
        var modified = blobs.put(path, bytes);
        kept.keep(path, new KeptFiles.Kept(bytes, modified.toEpochMilli()));
    }

    /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
    void writeNew(String path, byte[] bytes) throws IOException {
        blobs.putIfAbsent(path, bytes);
    }

    @Override
    public boolean delete(String path) throws IOException {
        kept.forget(path);
        return blobs.delete(path);
    }

    @Override
    public List<String> names(String folder) throws IOException {
        var whole = folder.endsWith("/") ? folder : folder + "/";
        return blobs.list(whole, false).stream()
                .map(blob -> blob.path().substring(whole.length()))
                .toList();
    }

    @Override
    public List<String> tree(String folder) throws IOException {
        return blobs.list(folder + "/", true).stream()
                .map(blob -> blob.path().substring(folder.length() + 1))
                .toList();
    }

    @Override
    public void forceFolder(String folder) {
        // What was answered is durable, its name too.
    }

    /// One look serves all tables: while the place is away, every one of them asks again and again.
    @Override
    public void probe(String folder) throws IOException {
        probing.lock();
        try {
            if (System.nanoTime() - probedAt >= PROBE_NANOS) {
                lastProbe = tried();
                probedAt = System.nanoTime();
            }
            if (lastProbe != null) {
                throw lastProbe;
            }
        } finally {
            probing.unlock();
        }
    }

    private @Nullable IOException tried() {
        try {
            blobs.put(PROBE, new byte[0]);
            blobs.delete(PROBE);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    @Override
    public void requirePlace() throws IOException {
        blobs.requireRoot();
    }

    @Override
    public Optional<String> getConf(String confKey) {
        return Optional.empty();
    }

    @Override
    public void copyFileAtomically(String srcPath, String destPath, boolean overwrite) throws IOException {
        var bytes = read(srcPath);
        if (overwrite) {
            write(destPath, bytes);
        } else {
            writeNew(destPath, bytes);
        }
    }
}
