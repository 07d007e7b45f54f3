package training.powerbi.lakehouse.files.local;

import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files of a folder one by one. A file's attributes are read when its turn comes: who stops early, in a folder of
/// many thousands, has paid for nothing more than names.
final class Listing implements CloseableIterator<FileStatus> {
    private final Iterator<Path> files;
    private @Nullable FileStatus next;

    Listing(Iterator<Path> files) {
        this.files = files;
    }

    @Override
    public boolean hasNext() {
        while (next == null && files.hasNext()) {
            try {
                next = status(files.next()).orElse(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return next != null;
    }

    @Override
    public FileStatus next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var found = next;
        next = null;
        return found;
    }

    @Override
    public void close() {
        // Only names are held.
    }

    /// The file's attributes; nothing for a folder, or when it is gone.
    static Optional<FileStatus> status(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? Optional.empty()
                    : Optional.of(FileStatus.of(
                            file.toString(),
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis()));
        } catch (NoSuchFileException e) {
            // A temporary file that was there a moment ago.
            return Optional.empty();
        }
    }
}
