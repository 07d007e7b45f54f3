package training.powerbi.server.account.erasure;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.server.account.signin.StoredPlaces;
import training.powerbi.server.start.BeforeFirstRequest;

/// Erasures that a crash cut short are finished before anyone is let in; and once an hour rows are looked for that were
/// still on their way when their person was erased, and for places of sign-in that nobody asks for any more.
@Component
class ErasureCompletion extends BeforeFirstRequest {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureCompletion.class);

    private final Erasures erasures;
    private final StoredPlaces places;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("erasures").factory());

    ErasureCompletion(Erasures erasures, StoredPlaces places) {
        this.erasures = erasures;
        this.places = places;
    }

    @Override
    protected void run() {
        goOn();
        var _ = worker.scheduleWithFixedDelay(this::goOn, 1, 1, TimeUnit.HOURS);
    }

    private void goOn() {
        attempt(erasures::goOn);
        attempt(places::forgetOld);
    }

    /// A store that cannot be written now can be later.
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("What is to be erased could not be and will be gone on with: {}", e.toString());
        }
    }

    @PreDestroy
    void end() {
        worker.shutdownNow();
    }
}
