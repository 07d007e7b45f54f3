package training.powerbi.client.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.CourseDay;
import training.powerbi.model.Connection;
import training.powerbi.model.UserProgress;

/// The clock, exceptions for single students, why somebody sees what, and taking back what was done. Calls block and
/// fail as [training.powerbi.client.PortalClient]'s do.
public interface AccessClient {

    /// Has the clock open a locked day.
    ///
    /// @param opensAt null takes the clock away
    CourseDay openDayAt(int dayNumber, String cohortId, @Nullable Instant opensAt);

    /// Says where a day's session takes place and how long it takes.
    ///
    /// @param joinUrl null when it takes place nowhere in particular
    /// @param minutes null for as long as sessions usually take
    CourseDay setSession(int dayNumber, String cohortId, @Nullable String joinUrl, @Nullable Integer minutes);

    /// Opens a day for one student, or holds it back.
    ///
    /// @param expiresAt null until it is revoked
    AccessOverride grantAccess(
            String userId, int dayNumber, boolean isOpen, String reason, @Nullable Instant expiresAt);

    AccessOverride revokeOverride(String overrideId);

    /// Those that hold now, newest first.
    ///
    /// @param userId null for everyone's
    /// @param dayNumber null for all days
    List<AccessOverride> overrides(@Nullable String userId, @Nullable Integer dayNumber);

    /// Why somebody may or may not see a day.
    ///
    /// @param at null for now
    AccessExplanation explainAccess(String userId, int dayNumber, @Nullable Instant at);

    /// What that student gets; addresses in it are the asking trainer's own.
    ///
    /// @param at null for now
    List<CourseDay> courseAs(String userId, @Nullable Instant at);

    /// The days that a student has touched.
    List<UserProgress> studentProgress(String userId);

    /// All that was done to a day, in any cohort, newest first.
    Connection<AuditEntry> dayHistory(int dayNumber, @Nullable String after);

    /// Gives a day the words and addresses it had before an action of its history.
    CourseDay restoreDay(int dayNumber, String actionId);

    /// Takes a change back, as a new one.
    ///
    /// @throws training.powerbi.model.error.PortalException CONFLICTING_UPDATE, saying what was built upon it
    AuditEntry undoAction(String actionId);
}
