package training.powerbi.client.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.http.Json;

/// A message of graphql-transport-ws.
///
/// @param id of the operation it belongs to; empty for those of the connection
record LiveFrame(String type, String id, JsonNode payload) {
    static final String PING = text(Map.of("type", "ping"));
    static final String PONG = text(Map.of("type", "pong"));

    static String init(String token) {
        return text(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
    }

    static String subscribe(String operation, String document) {
        return text(Map.of(
                "id",
                operation,
                "type",
                "subscribe",
                "payload",
                Map.of("operationName", operation, "query", document)));
    }

    /// Null when it is none.
    static @Nullable LiveFrame read(String text) {
        try {
            var json = Json.MAPPER.readTree(text);
            var type = json.path("type").asString("");
            return type.isEmpty() ? null : new LiveFrame(type, json.path("id").asString(""), json.path("payload"));
        } catch (JacksonException damaged) {
            return null;
        }
    }

    private static String text(Map<String, ?> frame) {
        return Json.MAPPER.writeValueAsString(frame);
    }
}
