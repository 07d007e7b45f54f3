package training.powerbi.server.web.graphql;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import training.powerbi.model.error.PortalException;

/// Checks the outer form of a request without building it: one JSON object with a `query`.
final class GraphQlRequestBody {
    /// A doubled member could show the gate one query and the engine another.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private GraphQlRequestBody() {}

    /// The document the request asks for; the engine's placeholder for one when it names one by its hash only.
    static String query(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                throw PortalException.badInput("query", "Send one request at a time; arrays of them are not taken.");
            }
            if (first != JsonToken.START_OBJECT) {
                throw malformed();
            }
            Members members = new Members();
            members.read(parser);
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return members.document();
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static void require(boolean fits, String field, String kind) {
        if (!fits) {
            throw PortalException.badInput(field, field + " must be " + kind + ".");
        }
    }

    private static PortalException malformed() {
        return PortalException.badInput("body", "The body is not one well-formed JSON object.");
    }

    private static final class Members {
        private @Nullable String query;
        private boolean persisted;

        void read(JsonParser parser) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "query" -> {
                        require(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL, name, "text");
                        query = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                    }
                    case "operationName" ->
                        require(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL, name, "text");
                    case "variables" -> require(isObjectOrNull(value), name, "an object");
                    case "extensions" -> {
                        require(isObjectOrNull(value), name, "an object");
                        readExtensions(parser, value);
                    }
                    default -> {
                        // Members the portal does not know are the protocol's to add.
                    }
                }
                parser.skipChildren();
            }
        }

        private void readExtensions(JsonParser parser, JsonToken value) {
            if (value != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean hash = PersistedQueries.EXTENSION.equals(parser.currentName());
                persisted |= parser.nextToken() != JsonToken.VALUE_NULL && hash;
                parser.skipChildren();
            }
        }

        private static boolean isObjectOrNull(JsonToken value) {
            return value == JsonToken.START_OBJECT || value == JsonToken.VALUE_NULL;
        }

        String document() {
            if (query != null && !query.isBlank()) {
                return query;
            }
            if (persisted) {
                return PersistedQueries.NO_DOCUMENT;
            }
            throw PortalException.badInput("query", "The request has no query.");
        }
    }
}
