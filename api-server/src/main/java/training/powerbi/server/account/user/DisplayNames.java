package training.powerbi.server.account.user;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// Names as people want to be called.
public final class DisplayNames {
    private static final String FIELD = "displayName";
    private static final int MAX_LENGTH = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");

    private DisplayNames() {}

    /// Null when nothing of the name can be seen.
    public static @Nullable String checked(@Nullable String name) {
        var clean = name == null ? "" : TypedText.of(FIELD, name);
        if (clean.codePointCount(0, clean.length()) > MAX_LENGTH
                || CONTROL.matcher(clean).find()) {
            throw PortalException.badInput(FIELD, "A name has at most " + MAX_LENGTH + " characters, all on one line.");
        }
        return clean.isEmpty() ? null : clean;
    }
}
