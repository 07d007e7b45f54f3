package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.StorageFailure;

/// A disk that is full after some files.
final class FullDisk extends WatchedDisk {
    private long free = Long.MAX_VALUE;

    FullDisk(BlobStore disk, int files) {
        this(disk, new AtomicInteger(files));
    }

    private FullDisk(BlobStore disk, AtomicInteger left) {
        super(disk, change -> {
            if ((change.equals("append") || change.equals("put")) && left.getAndDecrement() <= 0) {
                throw StorageFailure.of(new IOException("No space left on device"));
            }
        });
    }

    FullDisk with(long bytes) {
        free = bytes;
        return this;
    }

    @Override
    public long freeSpace() {
        return free;
    }
}
