package training.powerbi.server.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing an admin does. A client that repeats a request with the same `Idempotency-Key` means the same action:
/// its [#id()] is equal, across restarts too.
///
/// @param adminId who does it
/// @param key the client's `Idempotency-Key`, if it sent one
/// @param id names the action in the audit log
/// @param asked tells what was asked for from anything else that could be; empty without a key
public record Action(
        ActionType type, String adminId, @Nullable String key, String id, String asked) {

    static Action of(Attempt attempt, ActionType type, @Nullable Object... asked) {
        var adminId = attempt.adminId();
        var key = attempt.key();
        return key == null
                ? new Action(type, adminId, null, UUID.randomUUID().toString(), "")
                : new Action(
                        type,
                        adminId,
                        key,
                        NameUuid.of(adminId + '\n' + key).toString(),
                        Fingerprint.of(asked).text());
    }

    /// The upload that becomes this recording, which is asked for over days.
    public static Action ofUpload(String adminId, String recordingId) {
        return new Action(ActionType.UPLOAD_RECORDING, adminId, null, recordingId, "").part("upload");
    }

    /// One of several actions that this one consists of.
    public Action part(String name) {
        return new Action(type, adminId, key, newId(name), asked);
    }

    /// The part that concerns one of several days.
    public Action ofDay(int dayNumber) {
        return part("day " + dayNumber);
    }

    /// An id for something the action creates: the same each time the action is repeated.
    public String newId(String purpose) {
        return NameUuid.of(id + '\n' + purpose).toString();
    }
}
