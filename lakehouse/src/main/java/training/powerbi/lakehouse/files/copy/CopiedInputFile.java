package training.powerbi.lakehouse.files.copy;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.MemoryInputStream;

/// A file that is read at once. Of use to one thread.
final class CopiedInputFile implements InputFile {
    private final CopyingFiles files;
    private final String path;
    private byte @Nullable [] bytes;

    CopiedInputFile(CopyingFiles files, String path) {
        this.files = files;
        this.path = path;
    }

    @Override
    public long length() throws IOException {
        return whole().length;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new MemoryInputStream(whole());
    }

    private byte[] whole() throws IOException {
        var known = bytes;
        if (known == null) {
            known = files.read(path);
            bytes = known;
        }
        return known;
    }
}
