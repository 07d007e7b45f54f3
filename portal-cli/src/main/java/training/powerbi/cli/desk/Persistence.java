package training.powerbi.cli.desk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.error.PortalException;

/// Asks again where that may help: a lost answer, or a refusal that says so. What is asked must be such that twice is
/// no harm, because it changes nothing the second time or the client sends the same key with it.
public final class Persistence {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final long LONGEST_SECONDS = 5;

    private Persistence() {}

    /// The answer, or the failure of the last try.
    public static <T> T ask(Supplier<T> question) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return question.get();
            } catch (UnreachableException lost) {
                if (left == 0 || lost.reason() != UnreachableException.Reason.NO_ANSWER) {
                    throw lost;
                }
                pause(PAUSE, lost);
            } catch (PortalException refused) {
                if (left == 0 || !refused.code().retryable()) {
                    throw refused;
                }
                pause(wished(refused), refused);
            }
        }
    }

    /// A portal that wants to be left alone for longer than a person waits is not asked again.
    private static Duration wished(PortalException refused) {
        var seconds = refused.retryAfterSeconds()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
        if (seconds > LONGEST_SECONDS) {
            throw refused;
        }
        return seconds == 0 ? PAUSE : Duration.ofSeconds(seconds);
    }

    private static void pause(Duration time, RuntimeException failure) {
        LockSupport.parkNanos(time.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }
}
