package training.powerbi.server.media.upload;

import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What this process knows of uploads beyond their files: who is writing, how far their checksums are, how much space
/// they were promised. All of it can be lost: it is made anew from the files.
@Component
class OpenUploads {
    private static final int MOST_DIGESTS = 1_000;

    private final Map<String, Boolean> writers = new ConcurrentHashMap<>();
    private final Map<String, Hashed> digests = new ConcurrentHashMap<>();
    private final Map<String, Long> promises = new ConcurrentHashMap<>();

    /// A checksum over the first bytes of an upload.
    record Hashed(long bytes, MessageDigest digest) {}

    /// Makes the caller the upload's one writer, until they close the answer.
    ///
    /// @throws PortalException CONFLICTING_UPDATE when there is one
    Turn begin(String id) {
        if (writers.putIfAbsent(id, true) != null) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Another request is writing to this upload; wait until it has ended, ask for the offset and go on.");
        }
        return () -> writers.remove(id);
    }

    /// The right to write.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    boolean isBusy(String id) {
        return writers.containsKey(id);
    }

    /// The checksum over exactly that many bytes, if it is known; the caller goes on with it.
    @Nullable
    MessageDigest take(String id, long bytes) {
        var known = digests.remove(id);
        return known != null && known.bytes() == bytes ? known.digest() : null;
    }

    void keep(String id, Hashed hashed) {
        if (digests.size() < MOST_DIGESTS) {
            digests.put(id, hashed);
        }
    }

    void promise(String id, long bytes) {
        promises.put(id, bytes);
    }

    void forget(String id) {
        digests.remove(id);
        promises.remove(id);
    }

    long promised() {
        return promises.values().stream().mapToLong(Long::longValue).sum();
    }
}
