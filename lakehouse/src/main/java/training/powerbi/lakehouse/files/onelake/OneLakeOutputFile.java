package training.powerbi.lakehouse.files.onelake;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.Arrays;
import training.powerbi.lakehouse.files.MemoryOutputStream;

/// A file that is sent whole.
record OneLakeOutputFile(OneLakeFiles files, String path) implements OutputFile {

    @Override
    public PositionOutputStream create(boolean atomicWrite) {
        return new MemoryOutputStream((bytes, size) -> send(Arrays.copyOf(bytes, size), !atomicWrite));
    }

    @Override
    public void writeAtomically(CloseableIterator<String> data, boolean overwrite) throws IOException {
        send(MemoryOutputStream.lines(data), overwrite);
    }

    private void send(byte[] bytes, boolean overwrite) throws IOException {
        if (overwrite) {
            files.write(path, bytes);
        } else {
            files.writeNew(path, bytes);
        }
    }
}
