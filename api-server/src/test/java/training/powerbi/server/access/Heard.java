package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.testing.GraphQlSocket;

/// What came over a socket, by subscription: those of one are in order, and no others.
final class Heard {
    private final GraphQlSocket socket;
    private final Map<String, Deque<JsonNode>> frames = new HashMap<>();
    private final StringBuilder all = new StringBuilder();

    Heard(GraphQlSocket socket) {
        this.socket = socket;
    }

    JsonNode next(String subscription) {
        var waiting = frames.computeIfAbsent(subscription, _ -> new ArrayDeque<>());
        while (waiting.isEmpty()) {
            var frame = socket.next();
            assertThat(frame.path("type").asString()).as(frame.toString()).isIn("next", "complete");
            all.append(frame);
            frames.computeIfAbsent(frame.path("id").asString(), _ -> new ArrayDeque<>())
                    .add(frame);
        }
        return waiting.remove();
    }

    /// Of the next change of a day.
    String kind() {
        return next("events").at("/payload/data/dayChanged/kind").asString();
    }

    Set<String> canaries() {
        return Crawl.canaries(all.toString());
    }
}
