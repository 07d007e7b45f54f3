package training.powerbi.server.media.upload.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sender's bytes in large blocks, of which a few go round: the next is read while others still work on the last
/// ones. When the sender goes away, what arrived before is not lost.
final class BlockReader {
    private static final Logger LOG = LoggerFactory.getLogger(BlockReader.class);
    private static final int BLOCKS = 4;
    private static final int BYTES = 256 * 1024;

    private final InputStream source;
    /// As many as were needed so far; most requests of a few bytes need one.
    private final List<Block> blocks = new ArrayList<>(BLOCKS);

    private Block current = new Block();
    private int filled;
    private boolean broken;

    private static final class Block {
        private final byte[] bytes = new byte[BYTES];
        private int count;
        private CompletableFuture<Void> user = CompletableFuture.completedFuture(null);
    }

    BlockReader(InputStream source) {
        this.source = source;
        blocks.add(current);
    }

    /// Reads until the block is full or nothing more comes.
    ///
    /// @return false when nothing more comes
    boolean fill() {
        current = next();
        current.count = 0;
        while (current.count < BYTES) {
            int read = read();
            if (read < 0) {
                return false;
            }
            current.count += read;
        }
        return true;
    }

    private Block next() {
        int place = filled++ % BLOCKS;
        if (place == blocks.size()) {
            blocks.add(new Block());
        }
        var block = blocks.get(place);
        // Whether it succeeded is told to whoever lent it.
        block.user.handle((done, failure) -> true).join();
        return block;
    }

    private int read() {
        try {
            return source.read(current.bytes, current.count, BYTES - current.count);
        } catch (IOException e) {
            LOG.debug("An upload broke off", e);
            broken = true;
            return -1;
        }
    }

    /// What the last [#fill()] read.
    ByteBuffer bytes() {
        return ByteBuffer.wrap(current.bytes, 0, current.count).slice();
    }

    /// Keeps what the last [#fill()] read as it is until the user is done with it, well or not.
    void lend(CompletableFuture<Void> user) {
        current.user = user;
    }

    /// Whether the sender did not come to its end.
    boolean broken() {
        return broken;
    }
}
