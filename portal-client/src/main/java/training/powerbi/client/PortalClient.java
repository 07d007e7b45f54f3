package training.powerbi.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Connection;
import training.powerbi.model.Resource;
import training.powerbi.model.Role;
import training.powerbi.model.UserProgress;

/// The portal's queries and mutations as a trainer uses them. Calls block, so they are made off the FX thread; safe
/// for use by many threads. A mutation that returns is durable.
///
/// Every call throws [training.powerbi.model.error.PortalException] when the portal refuses it with a code,
/// [SignedOutException] when only signing in again helps, and [UnreachableException] when there is no answer.
public interface PortalClient {

    /// The whole course as of now, as the run that every course has has it.
    default Course course() {
        return course(Course.MAIN);
    }

    /// The whole course as of now, as a cohort has it.
    Course course(String cohortId);

    default CourseDay unlockDay(int dayNumber) {
        return unlockDay(dayNumber, Course.MAIN);
    }

    CourseDay unlockDay(int dayNumber, String cohortId);

    default CourseDay lockDay(int dayNumber) {
        return lockDay(dayNumber, Course.MAIN);
    }

    CourseDay lockDay(int dayNumber, String cohortId);

    /// Opens every day that is locked, in one change.
    ///
    /// @return all days
    default List<CourseDay> unlockAllDays() {
        return unlockAllDays(Course.MAIN);
    }

    List<CourseDay> unlockAllDays(String cohortId);

    /// Edits a day's words, which all cohorts share.
    ///
    /// @throws training.powerbi.model.error.PortalException CONFLICTING_UPDATE when somebody changed the day since
    CourseDay updateDay(int dayNumber, DayEdit edit);

    /// Sets when a day is taught.
    ///
    /// @param at null when the date is open again
    /// @throws training.powerbi.model.error.PortalException CONFLICTING_UPDATE when somebody changed the day since
    CourseDay scheduleDay(int dayNumber, String cohortId, @Nullable Instant at, int expectedEditVersion);

    /// When each day would be taught by the plan; changes nothing.
    List<PlannedDay> planDays(String cohortId, SchedulePlan plan);

    /// Makes a plan true that was looked at before.
    ///
    /// @param seen the answer of [#planDays(String, SchedulePlan)]
    /// @throws training.powerbi.model.error.PortalException CONFLICTING_UPDATE when somebody changed a day since;
    /// then nothing is changed
    List<PlannedDay> scheduleDays(String cohortId, SchedulePlan plan, List<PlannedDay> seen);

    /// Adds a recording kept elsewhere.
    ///
    /// @param duration as a person writes it, such as `2h 30min`
    default DayRecording addRecording(int dayNumber, String title, String videoUrl, String duration) {
        return addRecording(dayNumber, title, videoUrl, duration, null);
    }

    /// The same for the students of one cohort.
    ///
    /// @param cohortId null for everyone
    DayRecording addRecording(int dayNumber, String title, String videoUrl, String duration, @Nullable String cohortId);

    /// Edits a recording.
    ///
    /// @throws training.powerbi.model.error.PortalException CONFLICTING_UPDATE when somebody changed it since
    DayRecording updateRecording(String recordingId, RecordingEdit edit);

    DayRecording removeRecording(String recordingId);

    DayRecording restoreRecording(String recordingId);

    /// Points to slides, or away from them.
    ///
    /// @param url address of slides kept elsewhere, or null to take the day's slides away
    CourseDay setPresentation(int dayNumber, @Nullable String url);

    Resource addResource(int dayNumber, String title, String url);

    Resource removeResource(String resourceId);

    default DashboardStats dashboardStats() {
        return dashboardStats(null);
    }

    /// The course's numbers, of one cohort or of all.
    ///
    /// @param cohortId null for all
    DashboardStats dashboardStats(@Nullable String cohortId);

    /// Progress of everyone with one day, or with all.
    default Connection<UserProgress> courseProgress(@Nullable Integer dayNumber, @Nullable String after) {
        return courseProgress(dayNumber, after, null);
    }

    /// Progress of the students of one cohort, or of everyone.
    ///
    /// @param cohortId null for all
    Connection<UserProgress> courseProgress(
            @Nullable Integer dayNumber, @Nullable String after, @Nullable String cohortId);

    /// What admins did, newest first.
    Connection<AuditEntry> adminActions(AuditFilter filter, @Nullable String after);

    /// Everyone with an account.
    ///
    /// @param filter part of the name or e-mail, or empty
    default Connection<PersonAccount> users(String filter, @Nullable String after) {
        return users(filter, after, null);
    }

    /// Everyone with an account, or the students of one cohort.
    ///
    /// @param cohortId null for everyone
    Connection<PersonAccount> users(String filter, @Nullable String after, @Nullable String cohortId);

    PersonAccount setUserRole(String userId, Role role);

    PersonAccount setUserActive(String userId, boolean active);

    /// Makes a code for somebody who forgot the password.
    PasswordReset createPasswordReset(String userId);

    /// What erasing somebody would do; changes nothing.
    PersonAccount.ErasurePreview erasurePreview(String userId);

    /// Removes somebody's account and all that hangs on it, for good.
    ///
    /// @param confirmEmail their address, typed again
    PersonAccount.Erased eraseUser(String userId, String confirmEmail);

    /// What somebody has to see to before it becomes trouble, in sentences.
    List<String> warnings();

    /// Makes an invitation.
    ///
    /// @param expiresAt null for never
    /// @return the code, which is shown this once
    default String createInvite(int maxUses, @Nullable Instant expiresAt) {
        return createInvite(maxUses, expiresAt, null);
    }

    /// The same into a cohort.
    ///
    /// @param cohortId null for main
    String createInvite(int maxUses, @Nullable Instant expiresAt, @Nullable String cohortId);

    /// Takes an invitation back.
    ///
    /// @return false when the portal has no such code that still works
    boolean revokeInvite(String code);
}
