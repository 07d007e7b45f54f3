package training.powerbi.lakehouse.files;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The plain fields of a JSON object. A start needs few of them, and what else reads JSON is not loaded for that.
public final class PlainFields {
    private static final int LONG_DIGITS = 19;
    private static final JsonFactory JSON = new JsonFactory();

    private PlainFields() {}

    /// Texts as they are, whole numbers that fit as `Long`; without those that have fields of their own. None when it
    /// is no object.
    ///
    /// @throws JacksonException when it is no JSON
    public static Map<String, Object> of(String json) {
        var fields = new HashMap<String, Object>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return fields;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                switch (parser.nextToken()) {
                    case VALUE_STRING -> fields.put(name, parser.getString());
                    case VALUE_NUMBER_INT -> number(parser.getString()).ifPresent(value -> fields.put(name, value));
                    case START_OBJECT, START_ARRAY -> parser.skipChildren();
                    default -> {
                        // Nothing else is asked for.
                    }
                }
            }
        }
        return fields;
    }

    private static Optional<Long> number(String digits) {
        return digits.length() < LONG_DIGITS ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
