package training.powerbi.server.account.user;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Role;
import training.powerbi.model.TypedText;
import training.powerbi.model.User;

/// Which people a list asks for.
///
/// @param text part of the e-mail address or name, in lower case
public record UserFilter(String text, @Nullable Role role) {

    public static UserFilter of(@Nullable String text, @Nullable Role role) {
        return new UserFilter(text == null ? "" : TypedText.of("filter", text).toLowerCase(Locale.ROOT), role);
    }

    boolean matches(User user) {
        return (role == null || user.role() == role) && (contains(user.email()) || contains(user.displayName()));
    }

    private boolean contains(@Nullable String value) {
        return value != null
                && new TypedText(value).value().toLowerCase(Locale.ROOT).contains(text);
    }
}
