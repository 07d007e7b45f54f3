package training.powerbi.lakehouse.files;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Another's files, for who changes a little of what they do.
public abstract class ForwardingFiles implements StoreFiles {
    private final StoreFiles files;

    protected ForwardingFiles(StoreFiles files) {
        this.files = files;
    }

    @Override
    public boolean isFar() {
        return files.isFar();
    }

    @Override
    public boolean delete(String path) throws IOException {
        return files.delete(path);
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        return files.listFrom(filePath);
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return files.getFileStatus(path);
    }

    @Override
    public String resolvePath(String path) throws IOException {
        return files.resolvePath(path);
    }

    @Override
    public boolean mkdirs(String path) throws IOException {
        return files.mkdirs(path);
    }

    @Override
    public InputFile newInputFile(String path, long fileSize) {
        return files.newInputFile(path, fileSize);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return files.newOutputFile(path);
    }

    @Override
    public List<String> names(String folder) throws IOException {
        return files.names(folder);
    }

    @Override
    public List<String> tree(String folder) throws IOException {
        return files.tree(folder);
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return files.bytes(path);
    }

    @Override
    public void forceFolder(String folder) throws IOException {
        files.forceFolder(folder);
    }

    @Override
    public void requirePlace() throws IOException {
        files.requirePlace();
    }

    @Override
    public void probe(String folder) throws IOException {
        files.probe(folder);
    }

    @Override
    public Optional<String> getConf(String confKey) {
        return files.getConf(confKey);
    }

    @Override
    public void copyFileAtomically(String srcPath, String destPath, boolean overwrite) throws IOException {
        files.copyFileAtomically(srcPath, destPath, overwrite);
    }
}
