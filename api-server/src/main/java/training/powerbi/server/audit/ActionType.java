package training.powerbi.server.audit;

import java.util.Arrays;
import java.util.Locale;

/// What an admin did; stored and served in lower case.
public enum ActionType {
    UNLOCK_DAY,
    LOCK_DAY,
    UPDATE_DAY,
    SCHEDULE_DAY,
    OPEN_DAY_AT,
    SET_SESSION,
    RESTORE_DAY,
    CREATE_COHORT,
    UPDATE_COHORT,
    ARCHIVE_COHORT,
    MOVE_STUDENT(true),
    GRANT_ACCESS(true),
    HOLD_BACK(true),
    REVOKE_OVERRIDE(true),
    UNDO,
    UPLOAD_RECORDING,
    UPDATE_RECORDING,
    REMOVE_RECORDING,
    RESTORE_RECORDING,
    SET_PRESENTATION,
    ADD_RESOURCE,
    REMOVE_RESOURCE,
    SET_CAPTIONS,
    REMOVE_CAPTIONS,
    SET_USER_ROLE(true),
    SET_USER_ACTIVE(true),
    CREATE_INVITE,
    REVOKE_INVITE,
    CREATE_PASSWORD_RESET(true),
    /// The operator gave the first admin a new password, on the server.
    RESET_ADMIN(true),
    /// An admin recorded progress for a student.
    MARK_CONTENT_VIEWED(true),
    /// An admin had all data of a student erased.
    ERASE_USER(true),
    /// An admin gave the portal a new key for its tokens.
    ROTATE_SIGNING_KEY,
    /// An admin had the running portal make a backup.
    CREATE_BACKUP,
    /// The operator restored a backup into an empty store.
    RESTORE_BACKUP,
    /// The operator had damage taken out of the store.
    REPAIR_STORE,
    /// Another program changed a table.
    EXTERNAL_CHANGE;

    private final boolean personal;

    ActionType() {
        this(false);
    }

    ActionType(boolean personal) {
        this.personal = personal;
    }

    /// Whether the subject of such an entry is a person, whom the log does not name plainly.
    static boolean isPersonal(String wireName) {
        return Arrays.stream(values())
                .anyMatch(type -> type.personal && type.wireName().equals(wireName));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
