package training.powerbi.server.audit;

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
    MOVE_STUDENT,
    GRANT_ACCESS,
    HOLD_BACK,
    REVOKE_OVERRIDE,
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
    SET_USER_ROLE,
    SET_USER_ACTIVE,
    CREATE_INVITE,
    REVOKE_INVITE,
    CREATE_PASSWORD_RESET,
    /// The operator gave the first admin a new password, on the server.
    RESET_ADMIN,
    /// An admin recorded progress for a student.
    MARK_CONTENT_VIEWED,
    /// An admin had the running portal make a backup.
    CREATE_BACKUP,
    /// The operator restored a backup into an empty store.
    RESTORE_BACKUP,
    /// The operator had damage taken out of the store.
    REPAIR_STORE,
    /// Another program changed a table.
    EXTERNAL_CHANGE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
