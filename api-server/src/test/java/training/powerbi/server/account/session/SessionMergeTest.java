package training.powerbi.server.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What became of a session here while the store was away meets what became of it there.
class SessionMergeTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final RefreshToken first = RefreshToken.first();
    private final SessionRow before = SessionRow.first(first, "asha", NOON, NOON, NOON.plusSeconds(3_600));

    private static @Nullable SessionRow merged(
            SessionRow before, @Nullable SessionRow after, @Nullable SessionRow now) {
        return Objects.requireNonNull(SessionRow.DEFINITION.merge()).merge(before, after, now);
    }

    private SessionRow rotated(RefreshToken token, int seconds) {
        return before.rotated(token.hash(), NOON.plusSeconds(seconds), NOON.plusSeconds(7_200));
    }

    @Test
    void anEndIsAnEndWhereverItWas() {
        var there = rotated(first.next(), 1);

        assertThat(merged(before, null, there)).isNull();
        assertThat(merged(before, there, null)).isNull();
    }

    @Test
    void ofTwoThatContinuedOneSessionTheLaterHoldsAndTheOtherIsNotKnown() {
        var here = first.next();
        var there = first.next();

        var merged = merged(before, rotated(here, 2), rotated(there, 1));

        assertThat(merged).isEqualTo(rotated(here, 2)).isEqualTo(merged(before, rotated(there, 1), rotated(here, 2)));
        assertThat(rotated(here, 2).current(there)).isFalse();
        assertThat(rotated(here, 2).previous(there)).isFalse();
    }
}
