package training.powerbi.lakehouse.mirror;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Whose copy a lakehouse holds. A store that is mirrored has a name of its own among its files, and so has its copy.
final class Ownership {
    static final String MARK = "/Files/_portal/mirror";

    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
    private static final BlobName NAME = BlobName.of("mirror", "portal");

    private final byte[] name;
    private final LakehouseBlobs blobs;
    private final String lakehouse;

    private Ownership(byte[] name, LakehouseBlobs blobs, String lakehouse) {
        this.name = name;
        this.blobs = blobs;
        this.lakehouse = lakehouse;
    }

    /// Of the store with these files; it gets a name if it has none.
    static Ownership of(BlobStore local, LakehouseBlobs blobs, String lakehouse) throws IOException {
        var known = local.find(NAME);
        if (known.isEmpty()) {
            local.put(NAME, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            known = local.find(NAME);
        }
        try (var stream = Channels.newInputStream(known.orElseThrow().open())) {
            return new Ownership(stream.readAllBytes(), blobs, lakehouse);
        }
    }

    /// Whether the lakehouse says that it holds this store's copy; false when it says nothing.
    boolean isMarked() throws IOException, RefusedMirrorException {
        try {
            if (Arrays.equals(blobs.read(MARK).body(), name)) {
                return true;
            }
        } catch (FileNotFoundException e) {
            return false;
        }
        throw foreign();
    }

    /// Says so from now on.
    void mark() throws IOException, RefusedMirrorException {
        try {
            blobs.putIfAbsent(MARK, name);
            LOG.info("Lakehouse {} is this portal's mirror from now on", lakehouse);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another one was quicker", e);
            throw foreign();
        }
    }

    RefusedMirrorException foreign() {
        return RefusedMirrorException.foreign(lakehouse);
    }
}
