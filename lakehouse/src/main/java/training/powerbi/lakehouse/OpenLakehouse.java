package training.powerbi.lakehouse;

import java.io.IOException;

/// A store that this process has to itself until it closes it.
public interface OpenLakehouse extends Lakehouse, AutoCloseable {

    /// The files beside the tables.
    BlobStore blobs();

    /// Hands to the keeper what a crash left out. What fails is tried again with the next look at the log.
    void deliverNotes();

    /// Finishes what waits and gives the store free.
    @Override
    void close() throws IOException;
}
