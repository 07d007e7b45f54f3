package training.powerbi.server.account.user;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Role;
import training.powerbi.model.TypedText;
import training.powerbi.model.User;

/// Which people a list asks for.
///
/// @param cohortId null for people of all cohorts
/// @param text part of the e-mail address or name, in lower case
public record UserFilter(
        String text, @Nullable Role role, @Nullable String cohortId) {
    private static final String MAIN = "main";

    public static UserFilter of(@Nullable String text, @Nullable Role role, @Nullable String cohortId) {
        var words = text == null ? "" : TypedText.of("filter", text).toLowerCase(Locale.ROOT);
        return new UserFilter(words, role, cohortId);
    }

    boolean matches(User user) {
        return (role == null || user.role() == role)
                && (cohortId == null || isIn(user, cohortId))
                && (contains(user.email()) || contains(user.displayName()));
    }

    /// Trainers are in no cohort.
    private static boolean isIn(User user, String cohortId) {
        return user.role() == Role.STUDENT
                && Objects.requireNonNullElse(user.cohortId(), MAIN).equals(cohortId);
    }

    private boolean contains(@Nullable String value) {
        return value != null
                && new TypedText(value).value().toLowerCase(Locale.ROOT).contains(text);
    }
}
