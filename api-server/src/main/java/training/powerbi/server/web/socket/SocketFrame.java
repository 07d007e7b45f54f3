package training.powerbi.server.web.socket;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a frame is one that graphql-transport-ws lets a client send.
final class SocketFrame {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ID = 100;

    private SocketFrame() {}

    static boolean isValid(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JacksonException e) {
            return false;
        }
        return frame.isObject()
                && switch (frame.path("type").asString("")) {
                    case "connection_init", "ping", "pong" -> isObjectOrAbsent(frame.path("payload"));
                    case "complete" -> hasId(frame);
                    case "subscribe" -> hasId(frame) && isRequest(frame.path("payload"));
                    default -> false;
                };
    }

    private static boolean hasId(JsonNode frame) {
        String id = frame.path("id").asString("");
        return frame.path("id").isString() && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    private static boolean isRequest(JsonNode payload) {
        return payload.isObject()
                && payload.path("query").isString()
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
