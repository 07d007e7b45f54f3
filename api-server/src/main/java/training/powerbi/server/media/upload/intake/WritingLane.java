package training.powerbi.server.media.upload.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.model.error.PortalException;

/// Checksums and writes block after block while the next ones are received: that takes about as long as receiving.
final class WritingLane implements AutoCloseable {
    private final List<MessageDigest> digests;
    private final BlobAppend append;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    WritingLane(List<MessageDigest> digests, BlobAppend append) {
        this.digests = digests;
        this.append = append;
    }

    /// @param block must stay as it is until the answer is done, well or not
    /// @throws PortalException what the store threw at a block before
    CompletableFuture<Void> add(ByteBuffer block) {
        if (last.isCompletedExceptionally()) {
            await();
        }
        // One task a block, not one for all: others' tasks come in between.
        last = last.thenRunAsync(
                () -> {
                    digests.forEach(digest -> digest.update(block.duplicate()));
                    append.write(block);
                },
                Thread::startVirtualThread);
        return last;
    }

    /// Returns once everything that was added is checksummed and written.
    ///
    /// @throws PortalException what the store threw
    void await() {
        try {
            last.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PortalException known) {
                throw known;
            }
            throw e;
        }
    }

    /// Returns once nothing is worked on any more, well or not.
    @Override
    public void close() {
        last.handle((done, failure) -> true).join();
    }
}
