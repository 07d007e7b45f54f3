package training.powerbi.server.web.socket;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import training.powerbi.server.web.graphql.PersistedQueries;

/// Reads frames that graphql-transport-ws lets a client send.
final class SocketFrame {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ID = 100;

    private SocketFrame() {}

    /// The frame as the framework reads it; empty when a client may not send it.
    static Optional<String> read(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return isValid(frame) ? Optional.of(withDocument(frame, text)) : Optional.empty();
    }

    private static boolean isValid(JsonNode frame) {
        return frame.isObject()
                && switch (frame.path("type").asString("")) {
                    case "connection_init", "ping", "pong" -> isObjectOrAbsent(frame.path("payload"));
                    case "complete" -> hasId(frame);
                    case "subscribe" -> hasId(frame) && isRequest(frame.path("payload"));
                    default -> false;
                };
    }

    /// Over sockets the framework misses the document of a request that names it by its hash.
    private static String withDocument(JsonNode frame, String text) {
        if (frame.path("payload") instanceof ObjectNode request && isByHash(request)) {
            request.put("query", PersistedQueries.NO_DOCUMENT);
            return frame.toString();
        }
        return text;
    }

    private static boolean isByHash(JsonNode request) {
        return isAbsent(request.path("query"))
                && !isAbsent(request.path("extensions").path(PersistedQueries.EXTENSION));
    }

    private static boolean hasId(JsonNode frame) {
        String id = frame.path("id").asString("");
        return frame.path("id").isString() && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    private static boolean isRequest(JsonNode payload) {
        return payload.isObject()
                && (payload.path("query").isString() || isByHash(payload))
                && isObjectOrAbsent(payload.path("variables"))
                && isObjectOrAbsent(payload.path("extensions"))
                && (payload.path("operationName").isString() || isAbsent(payload.path("operationName")));
    }

    private static boolean isObjectOrAbsent(JsonNode node) {
        return node.isObject() || isAbsent(node);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
