package training.powerbi.client.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.testing.MovedClock;

class RenewedTokenTest {
    private static final int THREADS = 50;

    private final MovedClock clock = new MovedClock(Clock.systemUTC());
    private final AtomicInteger renewals = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final RenewedToken token = new RenewedToken(clock, fresh("token 0"), _ -> {
        pass();
        return fresh("token " + renewals.incrementAndGet());
    });

    @Test
    void manyThreadsCostOneRenewal() throws InterruptedException, ExecutionException {
        token.refuse("token 0");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = IntStream.range(0, THREADS)
                    .<Callable<String>>mapToObj(_ -> token::get)
                    .toList();
            gate.countDown();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo("token 1");
            }
        }
        assertThat(renewals).hasValue(1);
    }

    @Test
    void aTokenIsRenewedHalfAMinuteBeforeItsEnd() {
        gate.countDown();
        clock.move(Duration.ofMinutes(59));
        assertThat(token.get()).isEqualTo("token 0");
        clock.move(Duration.ofSeconds(31));
        assertThat(token.get()).isEqualTo("token 1");
    }

    @Test
    void anOldTokensRefusalDoesNotCostTheNewOne() {
        gate.countDown();
        token.refuse("token 0");
        assertThat(token.get()).isEqualTo("token 1");
        token.refuse("token 0");
        assertThat(token.get()).isEqualTo("token 1");
    }

    @Test
    void whoGivesUpWaitingDoesNotBreakTheRenewalOff() {
        token.refuse("token 0");
        Thread.currentThread().interrupt();
        assertThatThrownBy(token::get).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();

        gate.countDown();

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> renewals.get() == 1);
        assertThat(token.get()).isEqualTo("token 1");
    }

    @Test
    void aFailureIsToldAndTheNextCallTriesAgain() {
        var attempts = new AtomicInteger();
        var unlucky = new RenewedToken(clock, fresh("token 0"), _ -> {
            if (attempts.getAndIncrement() == 0) {
                throw new UnreachableException(UnreachableException.Reason.NO_ANSWER, "No network.");
            }
            return fresh("token 1");
        });
        unlucky.refuse("token 0");

        assertThatThrownBy(unlucky::get).isInstanceOf(UnreachableException.class);
        assertThat(unlucky.get()).isEqualTo("token 1");
    }

    @Test
    void anEndedSessionAsksNobodyAnyMore() {
        var attempts = new AtomicInteger();
        var over = new RenewedToken(clock, fresh("token 0"), _ -> {
            attempts.incrementAndGet();
            throw new SignedOutException("Over.");
        });
        over.refuse("token 0");

        assertThatThrownBy(over::get).isInstanceOf(SignedOutException.class);
        assertThatThrownBy(over::get).isInstanceOf(SignedOutException.class);
        assertThat(attempts).hasValue(1);
    }

    private RenewedToken.Fresh fresh(String text) {
        return new RenewedToken.Fresh(text, clock.instant().plus(Duration.ofHours(1)));
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
