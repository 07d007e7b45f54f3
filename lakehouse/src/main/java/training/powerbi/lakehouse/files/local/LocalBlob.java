package training.powerbi.lakehouse.files.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

record LocalBlob(BlobName name, long size, Instant writtenAt, Path path) implements Blob {

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public SeekableByteChannel open() {
        try {
            return FileChannel.open(path);
        } catch (NoSuchFileException e) {
            throw missing();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    static PortalException missing() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such file; it may have been deleted.");
    }
}
