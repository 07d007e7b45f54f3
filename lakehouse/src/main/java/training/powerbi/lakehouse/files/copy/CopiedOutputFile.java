package training.powerbi.lakehouse.files.copy;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.Arrays;
import training.powerbi.lakehouse.files.MemoryOutputStream;

/// A file that is written to the place, and then copied.
record CopiedOutputFile(CopyingFiles files, String path) implements OutputFile {

    @Override
    public PositionOutputStream create(boolean atomicWrite) {
        return new MemoryOutputStream((bytes, size) -> files.write(path, Arrays.copyOf(bytes, size), atomicWrite));
    }

    @Override
    public void writeAtomically(CloseableIterator<String> data, boolean overwrite) throws IOException {
        files.write(path, MemoryOutputStream.lines(data), !overwrite);
    }
}
