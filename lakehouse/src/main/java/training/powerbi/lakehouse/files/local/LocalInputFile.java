package training.powerbi.lakehouse.files.local;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import training.powerbi.lakehouse.files.MemoryInputStream;

record LocalInputFile(Path file) implements InputFile {

    @Override
    public long length() throws IOException {
        return Files.size(file);
    }

    @Override
    public String path() {
        return file.toString();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        try {
            // Log and data files are a few megabytes at most: one read beats many small ones.
            return new MemoryInputStream(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            var missing = new FileNotFoundException(file.toString());
            missing.initCause(e);
            throw missing;
        }
    }
}
