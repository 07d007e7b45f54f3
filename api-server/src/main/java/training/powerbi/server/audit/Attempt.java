package training.powerbi.server.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks for a change, and with which key. What they ask for makes it an [Action].
///
/// @param adminId who asks
/// @param key the client's `Idempotency-Key`, if it sent one
public record Attempt(String adminId, @Nullable String key) {
    /// The administrators of the tenant at Microsoft.
    private static final String TENANT = "entra";
    /// Whoever sits at the server's machine.
    private static final String OPERATOR = "operator";
    /// The portal itself, for changes that nobody asked for.
    private static final String PORTAL = "portal";
    /// The clock, which opens days at the time an admin set.
    private static final String SCHEDULE = "schedule";

    private static final Set<String> WITHOUT_ACCOUNT = Set.of(TENANT, OPERATOR, PORTAL, SCHEDULE);

    public static Attempt byTenant() {
        return new Attempt(TENANT, null);
    }

    public static Attempt byOperator() {
        return new Attempt(OPERATOR, null);
    }

    public static Attempt byPortal() {
        return new Attempt(PORTAL, null);
    }

    /// What the clock does, once, however many servers do it.
    ///
    /// @param what names it among all the clock ever does
    public static Attempt bySchedule(String what) {
        return new Attempt(SCHEDULE, what);
    }

    /// The action that is attempted.
    ///
    /// @param asked all that the client chose; a key belongs to it
    public Action to(ActionType type, @Nullable Object... asked) {
        return Action.of(this, type, asked);
    }

    /// Whether that is someone who has an account here, and with it a role to lose.
    static boolean hasAccount(String adminId) {
        return !WITHOUT_ACCOUNT.contains(adminId);
    }
}
