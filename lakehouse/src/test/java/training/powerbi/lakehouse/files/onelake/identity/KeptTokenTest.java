package training.powerbi.lakehouse.files.onelake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KeptTokenTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    private final Hand hand = new Hand();
    private int asked;
    private boolean away;

    private final KeptToken token = new KeptToken(
            () -> {
                asked++;
                if (away) {
                    throw new IOException("No answer");
                }
                return Token.of("token " + asked, hand.now, hand.now.plusSeconds(1000));
            },
            hand);

    @Test
    void whileTheDirectoryIsAwayTheOldTokenServesAndFewWaitForANewOne() throws IOException {
        assertThat(token.token()).isEqualTo("token 1");
        away = true;
        for (var second = 800; second < 1000; second++) {
            hand.now = START.plusSeconds(second);
            assertThat(token.token()).isEqualTo("token 1");
        }
        assertThat(asked).isBetween(3, 8);

        hand.now = START.plusSeconds(1000);
        assertThatThrownBy(token::token).isInstanceOf(IOException.class);
        away = false;
        assertThat(token.token()).isEqualTo("token " + asked);
    }

    private static final class Hand extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
