package training.powerbi.lakehouse.open;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.local.LocalFileIO;

/// Local files with a fault put in before or after any write.
public class FaultyFiles implements StoreFiles {
    /// Where a fault may strike.
    public interface Fault {
        void strike(String step, String path) throws IOException;
    }

    private final StoreFiles files = new LocalFileIO();
    private final Fault fault;

    public FaultyFiles(Fault fault) {
        this.fault = fault;
    }

    @Override
    public OutputFile newOutputFile(String path) {
        var file = files.newOutputFile(path);
        return new OutputFile() {
            @Override
            public String path() {
                return file.path();
            }

            @Override
            public PositionOutputStream create(boolean atomicWrite) throws IOException {
                fault.strike("before", path);
                return new Stream(file.create(atomicWrite), path);
            }

            @Override
            public void writeAtomically(CloseableIterator<String> data, boolean overwrite) throws IOException {
                fault.strike("before", path);
                file.writeAtomically(data, overwrite);
                fault.strike("after", path);
            }
        };
    }

    private final class Stream extends PositionOutputStream {
        private final PositionOutputStream stream;
        private final String path;

        Stream(PositionOutputStream stream, String path) {
            this.stream = stream;
            this.path = path;
        }

        @Override
        public long getPos() throws IOException {
            return stream.getPos();
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            stream.close();
            fault.strike("after", path);
        }
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        fault.strike("list", filePath);
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
    public boolean delete(String path) throws IOException {
        fault.strike("delete", path);
        return files.delete(path);
    }

    @Override
    public List<String> names(String path) throws IOException {
        return files.names(path);
    }

    @Override
    public List<String> tree(String folder) throws IOException {
        return files.tree(folder);
    }

    @Override
    public void forceFolder(String path) throws IOException {
        fault.strike("before", path);
        files.forceFolder(path);
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
