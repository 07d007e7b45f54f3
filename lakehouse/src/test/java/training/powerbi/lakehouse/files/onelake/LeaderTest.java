package training.powerbi.lakehouse.files.onelake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Only the service's time and a clock that nobody sets count: no server's clock is looked at, right or wrong.
class LeaderTest {
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(31);

    private final Service service = new Service();
    // Such a clock may begin anywhere, and pass its end.
    private long nanos = Long.MAX_VALUE - 1_000;
    private final Leader first = leader("first");
    private final Leader second = leader("second");

    @Test
    void ofTwoServersOneLeads() {
        assertThat(first.isOurs()).isTrue();
        assertThat(second.isOurs()).isFalse();
        for (var round = 0; round < 100; round++) {
            pass(Duration.ofSeconds(20));
            assertThat(first.isOurs()).as("round %d", round).isTrue();
            assertThat(second.isOurs()).as("round %d", round).isFalse();
        }
    }

    @Test
    void whenTheLeaderStopsTheOtherTakesOver() {
        assertThat(first.isOurs()).isTrue();
        assertThat(second.isOurs()).isFalse();

        first.close();

        assertThat(first.isOurs()).isFalse();
        pass(ASKED_AGAIN);
        assertThat(second.isOurs()).isTrue();
        assertThat(leader("third").isOurs()).isFalse();
    }

    @Test
    void whenTheLeaderDiesTheOtherTakesOverAfterItsLease() {
        assertThat(first.isOurs()).isTrue();
        pass(Leader.LEASE.minusSeconds(2));
        assertThat(second.isOurs()).isFalse();

        pass(ASKED_AGAIN);

        assertThat(second.isOurs()).isTrue();
        assertThat(first.isOurs()).as("who slept through its lease").isFalse();
    }

    @Test
    void aLeaseThatRanOutIsNoneEvenWhileOneLakeDoesNotAnswer() {
        assertThat(first.isOurs()).isTrue();
        service.away = true;
        pass(Leader.LEASE.minusSeconds(5));
        assertThat(first.isOurs())
                .as("a lease lasts, whether OneLake answers or not")
                .isTrue();

        pass(Duration.ofSeconds(5));

        assertThat(first.isOurs()).isFalse();
        var asked = service.asked;
        for (var file = 0; file < 1_000; file++) {
            assertThat(first.isOurs()).isFalse();
        }
        assertThat(service.asked).as("no hot retries").isEqualTo(asked);
        service.away = false;
        pass(ASKED_AGAIN);
        assertThat(first.isOurs()).isTrue();
    }

    @Test
    void oneWhoIsOvertakenBetweenReadingAndWritingDoesNotLead() {
        service.meanwhile = () -> {
            service.meanwhile = () -> {};
            assertThat(second.isOurs()).isTrue();
        };

        assertThat(first.isOurs()).isFalse();
        assertThat(second.isOurs()).isTrue();
    }

    @Test
    void whateverLiesThereIsReplaced() {
        service.text = new byte[] {'{', 1};
        service.version = 7;

        assertThat(first.isOurs()).isTrue();
        assertThat(second.isOurs()).isFalse();
    }

    @Test
    void whereNobodyKnowsTheTimeNobodyLeads() {
        service.now = Instant.EPOCH;

        assertThat(first.isOurs()).isFalse();
    }

    @Test
    void fewOfManyQuestionsAreRequests() {
        for (var question = 0; question < 1_000; question++) {
            var _ = first.isOurs();
            var _ = second.isOurs();
        }

        assertThat(service.asked).isEqualTo(3);
    }

    private Leader leader(String name) {
        return new Leader(service, name, () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        service.now = service.now.plus(time);
    }

    private static final class Service implements Leader.File {
        private Instant now = Instant.parse("2026-11-30T12:00:00Z");
        private byte[] text = new byte[0];
        private int version;
        private int asked;
        private boolean away;
        private Runnable meanwhile = () -> {};

        @Override
        public Leader.Found read() throws IOException {
            requireHere();
            var found = new Leader.Found(text, version == 0 ? "" : "v" + version, now);
            meanwhile.run();
            return found;
        }

        @Override
        public boolean replace(Leader.Found found, byte[] newText) throws IOException {
            requireHere();
            if (!found.etag().equals(version == 0 ? "" : "v" + version)) {
                return false;
            }
            text = newText;
            version++;
            return true;
        }

        private void requireHere() throws IOException {
            asked++;
            if (away) {
                throw new IOException("No answer");
            }
        }
    }
}
