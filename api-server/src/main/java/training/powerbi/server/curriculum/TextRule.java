package training.powerbi.server.curriculum;

import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// What a text that people type must look like.
///
/// @param field its name in the API, for the error
/// @param required whether it must hold something visible
/// @param lines whether line breaks and tabs are allowed
public record TextRule(String field, int maxLength, boolean required, boolean lines) {

    public static TextRule title() {
        return new TextRule("title", 200, true, false);
    }

    /// The text without what nobody sees of it.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field
    public String check(@Nullable String text) {
        if (text == null) {
            throw PortalException.badInput(field, "The " + field + " cannot be null; leave it out to keep it.");
        }
        var trimmed = TypedText.of(field, text);
        if (required && trimmed.isEmpty()) {
            throw PortalException.badInput(field, "The " + field + " is empty; give it at least one character.");
        }
        if (trimmed.codePointCount(0, trimmed.length()) > maxLength) {
            throw PortalException.badInput(
                    field, "The " + field + " is too long; use at most " + maxLength + " characters.");
        }
        if (trimmed.codePoints().anyMatch(this::forbidden)) {
            throw PortalException.badInput(
                    field, "The " + field + " has characters that cannot be shown; remove them.");
        }
        return trimmed;
    }

    private boolean forbidden(int character) {
        if (lines && (character == '\n' || character == '\r' || character == '\t')) {
            return false;
        }
        return Character.isISOControl(character);
    }
}
