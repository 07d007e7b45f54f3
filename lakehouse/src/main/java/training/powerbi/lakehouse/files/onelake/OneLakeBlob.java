package training.powerbi.lakehouse.files.onelake;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

record OneLakeBlob(BlobName name, Content content, LakehouseBlobs blobs) implements Blob {

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public Instant writtenAt() {
        return content.writtenAt();
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public SeekableByteChannel open() {
        return RangeChannel.open(content, blobs);
    }

    static PortalException missing() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such file; it may have been deleted.");
    }
}
