package training.powerbi.lakehouse.testing.fabric;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.OneLakePlace;

/// A line to OneLake whose faults can be changed.
public final class FaultyLine {
    private final int port;
    private final HttpClient http;

    FaultyLine(int port, HttpClient http) {
        this.port = port;
        this.http = http;
    }

    /// The place as it is reached by this line.
    public OneLakePlace to(OneLakePlace place) {
        return new OneLakePlace(
                place.workspace(), place.lakehouse(), place.schema(), FabricDoubles.endpoint(port), place.identity());
    }

    /// Replaces the faults, and begins to count anew.
    public void faults(String json) {
        ask("/__faults", BodyPublishers.ofString(json), "PUT");
    }

    /// What was met since: `met` by fault, `verbs` by kind of request; and `marks`, what was written last and by which
    /// request.
    public JsonNode counts() {
        return JsonMapper.shared().readTree(ask("/__counts", BodyPublishers.noBody(), "GET"));
    }

    /// Returns when nothing is on the line any more.
    public void awaitQuiet() {
        faults("{}");
        await().atMost(Duration.ofMinutes(1)).until(() -> counts().path("open").asInt() == 0);
    }

    private String ask(String path, HttpRequest.BodyPublisher body, String method) {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .method(method, body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
