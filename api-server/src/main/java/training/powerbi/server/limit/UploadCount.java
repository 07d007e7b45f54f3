package training.powerbi.server.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;

/// Counts the uploads of each admin that are not finished, whatever way they come: those in one request while they
/// run, and those that are kept between requests, which their keeper counts.
@Component
public class UploadCount {
    private static final long PAUSE_SECONDS = 60;

    private final Limits limits;
    private final Map<String, Integer> running = new HashMap<>();
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Kept kept = userId -> 0;

    UploadCount(Limits limits) {
        this.limits = limits;
    }

    /// Uploads that outlast a request.
    public interface Kept {
        /// How many of them are not finished.
        long unfinished(String userId);
    }

    /// One that is running; close it when it has ended, however it did.
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /// Asks from now on for those that are kept.
    public void register(Kept keeper) {
        kept = keeper;
    }

    /// Counts one that lasts as long as its request.
    ///
    /// @throws PortalException TOO_MANY_REQUESTS when its sender has too many that are not finished
    public Running begin(String userId) {
        counting.lock();
        try {
            require(userId);
            running.merge(userId, 1, Integer::sum);
        } finally {
            counting.unlock();
        }
        return () -> end(userId);
    }

    /// Keeps one more unless there are too many.
    ///
    /// @param keeping makes it one that the keeper counts
    /// @throws PortalException TOO_MANY_REQUESTS when its sender has too many that are not finished
    public void keep(String userId, Runnable keeping) {
        counting.lock();
        try {
            require(userId);
            keeping.run();
        } finally {
            counting.unlock();
        }
    }

    private void end(String userId) {
        counting.lock();
        try {
            running.computeIfPresent(userId, (_, count) -> count > 1 ? count - 1 : null);
        } finally {
            counting.unlock();
        }
    }

    private void require(String userId) {
        if (running.getOrDefault(userId, 0) + kept.unfinished(userId) >= limits.openUploads()) {
            throw PortalException.tooManyRequests(
                    "You have " + limits.openUploads() + " unfinished uploads; finish one, or give one up, first.",
                    PAUSE_SECONDS);
        }
    }
}
