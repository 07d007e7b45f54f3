package training.powerbi.server.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One admin's request to change something. A client that repeats a request with the same `Idempotency-Key`
/// makes the same attempt again: its [#actionId()] is equal, across restarts too.
///
/// @param adminId who asks
/// @param key the client's `Idempotency-Key`, if it sent one
/// @param actionId names the action in the audit log
public record Attempt(String adminId, @Nullable String key, String actionId) {

    public static Attempt by(String adminId, @Nullable String key) {
        var id = key == null ? UUID.randomUUID() : NameUuid.of(adminId + '\n' + key);
        return new Attempt(adminId, key, id.toString());
    }

    /// One of several actions that this attempt consists of.
    public Attempt part(String name) {
        return new Attempt(adminId, key, newId(name));
    }

    /// An id for something the attempt creates: the same each time the attempt is repeated.
    public String newId(String purpose) {
        return NameUuid.of(actionId + '\n' + purpose).toString();
    }
}
