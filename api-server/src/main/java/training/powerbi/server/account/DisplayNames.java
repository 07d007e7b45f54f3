package training.powerbi.server.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// Names as people want to be called.
final class DisplayNames {
    private static final int MAX_LENGTH = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private DisplayNames() {}

    static @Nullable String checked(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        var stripped = name.strip();
        if (stripped.length() > MAX_LENGTH || CONTROL.matcher(stripped).find()) {
            throw PortalException.badInput(
                    "displayName", "A name has at most " + MAX_LENGTH + " characters, all on one line.");
        }
        return stripped;
    }
}
