package training.powerbi.server.audit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One admin's request to change something. A client that repeats a request with the same `Idempotency-Key`
/// makes the same attempt again: its [#actionId()] is equal, across restarts too.
///
/// @param adminId who asks
/// @param key the client's `Idempotency-Key`, if it sent one
/// @param actionId names the action in the audit log
/// @param asked tells what was asked for from anything else that could be; empty without a key
public record Attempt(String adminId, @Nullable String key, String actionId, String asked) {
    /// The administrators of the tenant at Microsoft.
    private static final String TENANT = "entra";
    /// Whoever sits at the server's machine.
    private static final String OPERATOR = "operator";
    /// The portal itself, for changes that nobody asked for.
    private static final String PORTAL = "portal";
    private static final Set<String> WITHOUT_ACCOUNT = Set.of(TENANT, OPERATOR, PORTAL);

    /// An attempt as it came from a client.
    ///
    /// @param arguments what is asked for: all that the client chose. A key belongs to them
    public static Attempt by(String adminId, @Nullable String key, @Nullable Object... arguments) {
        return key == null
                ? new Attempt(adminId, null, UUID.randomUUID().toString(), "")
                : new Attempt(
                        adminId,
                        key,
                        NameUuid.of(adminId + '\n' + key).toString(),
                        Fingerprint.of(arguments).text());
    }

    /// The upload that becomes this recording, which is asked for over days.
    public static Attempt ofUpload(String adminId, String recordingId) {
        return new Attempt(adminId, null, recordingId, "").part("upload");
    }

    public static Attempt byTenant() {
        return by(TENANT, null);
    }

    public static Attempt byOperator() {
        return by(OPERATOR, null);
    }

    public static Attempt byPortal() {
        return by(PORTAL, null);
    }

    /// Whether it is attempted by someone who has an account here, and with it a role to lose.
    boolean hasAccount() {
        return !WITHOUT_ACCOUNT.contains(adminId);
    }

    /// One of several actions that this attempt consists of.
    public Attempt part(String name) {
        return new Attempt(adminId, key, newId(name), asked);
    }

    /// An id for something the attempt creates: the same each time the attempt is repeated.
    public String newId(String purpose) {
        return NameUuid.of(actionId + '\n' + purpose).toString();
    }
}
