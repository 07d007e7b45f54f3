package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;

/// What Fabric's REST says of the capacity behind a workspace. It may not be told: who asks sees only capacities on
/// which they have a role.
final class CapacityState {
    private static final Logger LOG = LoggerFactory.getLogger(CapacityState.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final HttpClient http;
    private final AccessTokens tokens;
    private final URI api;
    private final String workspace;
    private long askedAt = System.nanoTime() - AGAIN_NANOS;
    private Answer known = Answer.UNKNOWN;

    enum Answer {
        PAUSED("OneLake does not answer: the capacity is paused. Resume it in the Azure portal."),
        RUNNING("OneLake does not answer, though its capacity is running."),
        UNKNOWN("OneLake does not answer, most likely because the capacity is paused.");

        private final String sentence;

        Answer(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    CapacityState(HttpClient http, AccessTokens tokens, URI api, String workspace) {
        this.http = http;
        this.tokens = tokens;
        this.api = api;
        this.workspace = workspace;
    }

    /// Asked once a minute at most.
    synchronized Answer get() {
        if (System.nanoTime() - askedAt >= AGAIN_NANOS) {
            askedAt = System.nanoTime();
            known = ask();
        }
        return known;
    }

    private Answer ask() {
        try {
            var capacity = get("/v1/workspaces/" + workspace).path("capacityId").asString("");
            for (var each : get("/v1/capacities").path("value").values()) {
                if (!capacity.isEmpty()
                        && capacity.equalsIgnoreCase(each.path("id").asString(""))) {
                    return switch (each.path("state").asString("")) {
                        case "Inactive" -> Answer.PAUSED;
                        case "Active" -> Answer.RUNNING;
                        default -> Answer.UNKNOWN;
                    };
                }
            }
        } catch (IOException | JacksonException e) {
            LOG.debug("Fabric does not tell the capacity's state", e);
        }
        return Answer.UNKNOWN;
    }

    private JsonNode get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.token())
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
