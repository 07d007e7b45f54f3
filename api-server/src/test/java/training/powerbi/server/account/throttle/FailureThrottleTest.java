package training.powerbi.server.account.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.MovableClock;

class FailureThrottleTest {
    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final FailureThrottle throttle = new FailureThrottle(clock);
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void fiveFailuresPassAndTheSixthIsRefusedUnchecked() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("10.0.0.1", "a", false)).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
        assertThat(attempt("10.0.0.2", "a", true)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(checks).hasValue(5);
        clock.forward(Duration.ofSeconds(59));
        assertThat(attempt("10.0.0.1", "a", true)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        clock.forward(Duration.ofSeconds(1));
        assertThat(attempt("10.0.0.1", "a", true)).isNull();
    }

    @Test
    void successesNeverCount() {
        for (int i = 0; i < 1000; i++) {
            assertThat(attempt("10.0.0.1", "a", true)).isNull();
        }
    }

    @Test
    void anAddressFailsAHundredTimesOverAllAccounts() {
        for (int i = 0; i < 100; i++) {
            assertThat(attempt("10.0.0.1", "user" + i, false)).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
        assertThat(attempt("10.0.0.1", "someone", true)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(attempt("10.0.0.2", "someone", true)).isNull();
    }

    @Test
    void oneIpv6NetworkIsOneAddress() {
        for (int i = 0; i < 100; i++) {
            attempt("2001:db8:1:2::" + Integer.toHexString(i), "user" + i, false);
        }
        assertThat(attempt("2001:db8:1:2:ffff::1", "someone", true)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(attempt("2001:db8:1:3::1", "someone", true)).isNull();
    }

    @Test
    void guessesAtOnceAreNoMoreThanGuessesInTurn() {
        var guesses = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.runAsync(() -> attempt("10.0.0.1", "a", false)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(guesses).join();
        assertThat(checks).hasValue(5);
    }

    @Test
    void aDefectIsNoFailure() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> throttle.guard("10.0.0.1", "a", () -> {
                        throw new IllegalStateException("disk");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(attempt("10.0.0.1", "a", true)).isNull();
    }

    /// Whatever comes when: never more than five checks of a wrong secret in a minute that starts with the
    /// first of them, and never a wait of more than a minute.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aGuesserGetsFiveTriesAMinuteWhateverHeDoes(long seed) {
        var random = new Random(seed);
        int allowed = 0;
        long seconds = 0;
        for (int i = 0; i < 2000; i++) {
            var code = attempt("10.0." + i / 100 + "." + i % 100, "a", false);
            allowed += code == ErrorCode.INVALID_CREDENTIALS ? 1 : 0;
            int wait = random.nextInt(4);
            seconds += wait;
            clock.forward(Duration.ofSeconds(wait));
        }
        assertThat(allowed).isBetween((int) (seconds / 60) * 4, (int) (seconds / 60 + 2) * 5);
    }

    private @Nullable ErrorCode attempt(String address, String account, boolean right) {
        try {
            throttle.guard(address, account, () -> {
                checks.incrementAndGet();
                if (!right) {
                    throw new PortalException(ErrorCode.INVALID_CREDENTIALS, "wrong");
                }
                return account;
            });
            return null;
        } catch (PortalException e) {
            return e.code();
        }
    }
}
