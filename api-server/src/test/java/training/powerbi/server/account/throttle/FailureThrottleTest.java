package training.powerbi.server.account.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.limit.Limits;

class FailureThrottleTest {
    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final Set<String> familiar = new HashSet<>();
    private final FailureThrottle throttle = new FailureThrottle(
            new Places() {
                @Override
                public boolean isFamiliar(String account, String network) {
                    return familiar.contains(network);
                }

                @Override
                public void remember(String account, String network) {
                    familiar.add(network);
                }
            },
            new SuccessThrottle(new Limits(100, 30, 60, 20, 1, 1, Duration.ZERO, Duration.ZERO), clock),
            clock);
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void fiveFailuresPassAndTheSixthIsRefusedUnchecked() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("10.0.0.1", "a", false)).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
        assertThat(attempt("10.0.0.1", "a", true)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(attempt("10.0.0.2", "a", true)).isNull();
        assertThat(checks).hasValue(6);
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

    @Test
    void strangersLockOneAnotherOutButNobodyWhoSignedInThere() {
        throttle.welcome("10.0.0.1", "a");
        for (int i = 0; i < 300; i++) {
            attempt("10.1." + i + ".1", "a", false);
        }
        assertThat(checks).hasValue(30);
        assertThat(attempt("10.2.0.1", "a", true)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(attempt("10.0.0.1", "a", true)).isNull();
        assertThat(attempt("10.2.0.1", "b", true)).isNull();
    }

    @Test
    void failuresAtOnesOwnPlaceAreNotTheStrangers() {
        throttle.welcome("10.0.0.1", "a");
        for (int i = 0; i < 5; i++) {
            attempt("10.0.0.1", "a", false);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(attempt("10.1." + i + ".1", "a", false)).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
    }

    @Test
    void thirtySignInsAnHourToAnAccountFromAnAddress() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.guardSignIn("10.0.0.1", "a", () -> true)).isTrue();
        }
        assertThatThrownBy(() -> throttle.guardSignIn("10.0.0.1", "a", () -> true))
                .isInstanceOfSatisfying(PortalException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
                    assertThat(refused.retryAfterSeconds()).isPresent();
                });
        assertThat(throttle.guardSignIn("10.0.0.2", "a", () -> true)).isTrue();
        assertThat(throttle.guardSignIn("10.0.0.1", "b", () -> true)).isTrue();
        clock.forward(Duration.ofHours(1));
        assertThat(throttle.guardSignIn("10.0.0.1", "a", () -> true)).isTrue();
    }

    /// Whatever comes when: never more checks of a wrong secret than that in a minute that starts with the first of
    /// them, and never a wait of more than a minute.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aGuesserGetsSoManyTriesAMinuteWhateverTheyDo(long seed) {
        assertThat(triesAMinute(seed, i -> "10.0.0.1")).isBetween(4.0, 5.5);
        assertThat(triesAMinute(seed, i -> "10.1." + i / 100 + "." + i % 100)).isBetween(26.0, 31.0);
    }

    private double triesAMinute(long seed, IntFunction<String> address) {
        var random = new Random(seed);
        int allowed = 0;
        long seconds = 0;
        for (int i = 0; i < 2000; i++) {
            var code = attempt(address.apply(i), "guessed by " + address.apply(0), false);
            allowed += code == ErrorCode.INVALID_CREDENTIALS ? 1 : 0;
            int wait = random.nextInt(4);
            seconds += wait;
            clock.forward(Duration.ofSeconds(wait));
        }
        return allowed * 60.0 / seconds;
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
