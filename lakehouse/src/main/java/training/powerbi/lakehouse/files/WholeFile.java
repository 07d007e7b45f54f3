package training.powerbi.lakehouse.files;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file that is read at once: of log and data files everything is needed, and each request has its price. Of use to
/// one thread.
public final class WholeFile implements InputFile {
    /// Where its bytes come from.
    public interface Source {
        /// All of them.
        ///
        /// @throws java.io.FileNotFoundException when it is not there
        byte[] read() throws IOException;
    }

    private final String path;
    private final Source source;
    private byte @Nullable [] bytes;

    public WholeFile(String path, Source source) {
        this.path = path;
        this.source = source;
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
            known = source.read();
            bytes = known;
        }
        return known;
    }
}
