package training.powerbi.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.graphql.Documents;

/// What silence means, on a clock of the test's own.
class LiveSessionTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> heard = new ArrayList<>();
    private final LiveSession session = new LiveSession("token", new Documents(), nanos::get, new LiveSession.Owner() {
        @Override
        public void live() {
            heard.add("live");
        }

        @Override
        public void event(LiveStream stream, JsonNode data) {
            heard.add(stream.operation());
        }

        @Override
        public void ended(LiveSession.End end) {
            heard.add(end.name());
        }
    });

    @Test
    void aPeerThatSaysNothingAtAllIsGivenUp() {
        pass(19);
        assertThat(heard).isEmpty();
        pass(3);
        assertThat(heard).containsExactly("LOST");
    }

    @Test
    void aLiveOneIsGivenUpWhenItDoesNotAnswerAPing() {
        session.message("{\"type\":\"next\",\"id\":\"Fence\",\"payload\":{\"data\":{}}}");
        pass(15);
        session.message("{\"type\":\"pong\"}");
        pass(19);
        assertThat(heard).containsExactly("live");
        pass(3);
        assertThat(heard).containsExactly("live", "LOST");
        pass(60);
        assertThat(heard).containsExactly("live", "LOST");
    }

    @Test
    void whatIsNoFrameEndsIt() {
        session.message("<html>");
        assertThat(heard).containsExactly("LOST");
    }

    @Test
    void whoMayNotListenIsRefused() {
        session.message("{\"type\":\"error\",\"id\":\"DayChanged\",\"payload\":"
                + "[{\"message\":\"No\",\"extensions\":{\"code\":\"PASSWORD_CHANGE_REQUIRED\"}}]}");
        assertThat(heard).containsExactly("REFUSED");
    }

    @Test
    void everySubscriptionHasItsDocument() {
        var documents = new Documents();

        assertThat(Stream.concat(Stream.of(LiveStream.values()).map(LiveStream::operation), Stream.of("Fence")))
                .contains(LiveSession.FENCE)
                .allSatisfy(operation -> assertThat(documents.named(operation)).contains(operation));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            session.tick();
        }
    }
}
