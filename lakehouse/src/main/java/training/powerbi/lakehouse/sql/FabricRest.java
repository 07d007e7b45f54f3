package training.powerbi.lakehouse.sql;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;

/// Fabric's REST, for what it knows of one lakehouse.
record FabricRest(SqlPlace place, AccessTokens tokens, HttpClient http) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(20);
    private static final int UNAUTHORIZED = 401;

    HttpResponse<String> lakehouse() throws IOException {
        var path = "/lakehouses/" + place.lakehouse().lakehouse();
        return send(request(path).timeout(PATIENCE).build());
    }

    HttpResponse<String> refresh(String endpoint) throws IOException {
        return send(request("/sqlEndpoints/" + endpoint + "/refreshMetadata")
                .timeout(LONG_PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create(place.api() + "/v1/workspaces/" + place.lakehouse().workspace() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        var token = tokens.token();
        var signed = HttpRequest.newBuilder(request, (_, _) -> true)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = http.send(signed, BodyHandlers.ofString());
            if (answer.statusCode() == UNAUTHORIZED) {
                tokens.refused(token);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// What an answer says; nothing when it is no JSON.
    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
