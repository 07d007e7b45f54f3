package training.powerbi.server.transfer;

import training.powerbi.lakehouse.BlobStore;

/// How large a file may be, and how much room there is for it.
public final class FileSpace {
    private final BlobStore blobs;
    private final long mostBytes;
    private final long spareBytes;

    /// @param mostBytes largest file that is taken
    /// @param spareBytes left to the tables
    public FileSpace(BlobStore blobs, long mostBytes, long spareBytes) {
        this.blobs = blobs;
        this.mostBytes = mostBytes;
        this.spareBytes = spareBytes;
    }

    public long mostBytes() {
        return mostBytes;
    }

    /// Bytes that files may still fill; negative when they took from what is left to the tables.
    public long left() {
        return blobs.freeSpace() - spareBytes;
    }
}
