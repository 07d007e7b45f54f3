package training.powerbi.server.account.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.testing.MemoryLakehouse;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.MovableClock;

/// The rule of generations: a lost answer signs nobody out, a stolen token is found out.
class GenerationsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final MovableClock clock = MovableClock.stoppedAt(START);
    private final DeltaTable<String, SessionRow> table = new MemoryLakehouse().table(SessionRow.DEFINITION);
    private final Sessions sessions = new Sessions(table, clock);

    private String opened() {
        return sessions.open("ada", clock.instant()).refreshToken();
    }

    private String traded(String token) {
        return sessions.rotate(token).orElseThrow().refreshToken();
    }

    @Test
    void aTokenWhoseAnswerWasLostGivesAnotherOfTheSameGeneration() {
        var first = opened();
        var lost = traded(first);
        clock.forward(Duration.ofSeconds(30));
        var second = traded(first);
        assertThat(second).isNotEqualTo(lost);
        // Whichever of the two arrived: both are of the generation that works now.
        assertThat(sessions.rotate(lost)).isPresent();
        assertThat(sessions.rotate(second)).isPresent();
    }

    @Test
    void onceTheNextGenerationWasUsedTheOneBeforeItIsATheft() {
        var first = opened();
        var second = traded(first);
        var third = traded(second);
        assertThat(sessions.rotate(first)).isEmpty();
        assertThat(sessions.rotate(third)).isEmpty();
        assertThat(sessions.of("ada")).isEmpty();
    }

    @Test
    void afterHalfAMinuteAUsedTokenIsATheft() {
        var first = opened();
        var second = traded(first);
        clock.forward(Duration.ofSeconds(31));
        assertThat(sessions.rotate(first)).isEmpty();
        assertThat(sessions.rotate(second)).isEmpty();
    }

    @Test
    void repeatingDoesNotProlongTheHalfMinute() {
        var first = opened();
        traded(first);
        clock.forward(Duration.ofSeconds(20));
        traded(first);
        clock.forward(Duration.ofSeconds(20));
        assertThat(sessions.rotate(first)).isEmpty();
    }

    @Test
    void aTokenRepeatedWithoutEndIsToldToWaitAndKeepsItsSession() {
        var first = opened();
        var newest = traded(first);
        for (int i = 0; i < Sessions.MAX_SIBLINGS; i++) {
            newest = traded(first);
        }
        assertThatThrownBy(() -> sessions.rotate(first))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(sessions.rotate(newest)).isPresent();
    }

    @Test
    void aTokenOfAnEarlierVersionOfTheProgramGoesOn() {
        var token = RefreshToken.first();
        table.append(List.of(new SessionRow(
                token.sessionId(), "ada", token.hash(), START, START, START.plusSeconds(600), null, null)));
        assertThat(sessions.rotate(token.text())).isPresent();
        assertThat(sessions.rotate(token.text())).isPresent();
    }

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    /// Random holders use random tokens at random times; a model that keeps every token's generation says what must
    /// come of it.
    @ParameterizedTest
    @MethodSource("seeds")
    void anySequenceFollowsTheRule(int seed) {
        var random = new Random(seed);
        var tokens = new ArrayList<String>(List.of(opened()));
        var generations = new ArrayList<Integer>(List.of(0));
        int newest = 0;
        var began = clock.instant();
        boolean alive = true;
        for (int step = 0; step < 40; step++) {
            clock.forward(Duration.ofSeconds(random.nextInt(12)));
            int chosen = random.nextInt(4) > 0 && alive
                    ? tokens.size() - 1 - random.nextInt(Math.min(3, tokens.size()))
                    : random.nextInt(tokens.size());
            int generation = generations.get(chosen);
            boolean late = Duration.between(began, clock.instant()).compareTo(Duration.ofSeconds(30)) > 0;
            boolean good = alive && (generation == newest || (generation == newest - 1 && !late));
            var grant = sessions.rotate(tokens.get(chosen));
            assertThat(grant.isPresent())
                    .as("step %d, generation %d of %d", step, generation, newest)
                    .isEqualTo(good);
            if (good) {
                if (generation == newest) {
                    newest++;
                    began = clock.instant();
                }
                assertThat(tokens).doesNotContain(grant.orElseThrow().refreshToken());
                tokens.add(grant.orElseThrow().refreshToken());
                generations.add(newest);
            }
            alive = good;
            assertThat(sessions.of("ada")).hasSize(alive ? 1 : 0);
        }
    }
}
