package training.powerbi.server.media.upload;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Computes checksums beside the writing, block after block: each takes about as long as the other.
final class ChecksumLane {
    private final List<MessageDigest> digests;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    ChecksumLane(List<MessageDigest> digests) {
        this.digests = digests;
    }

    /// @param bytes must stay as they are until the answer is done
    CompletableFuture<Void> update(ByteBuffer bytes) {
        if (!digests.isEmpty()) {
            // One task a block, not one for all: others' tasks come in between.
            last = last.thenRunAsync(
                    () -> digests.forEach(digest -> digest.update(bytes.duplicate())), Thread::startVirtualThread);
        }
        return last;
    }

    /// Returns once the checksums are of everything that was given.
    void await() {
        last.join();
    }
}
