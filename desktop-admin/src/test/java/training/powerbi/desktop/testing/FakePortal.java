package training.powerbi.desktop.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DashboardStats;
import training.powerbi.client.DayEdit;
import training.powerbi.client.DayRecording;
import training.powerbi.client.PasswordReset;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PlannedDay;
import training.powerbi.client.PortalClient;
import training.powerbi.client.RecordingEdit;
import training.powerbi.client.SchedulePlan;
import training.powerbi.model.Connection;
import training.powerbi.model.Resource;
import training.powerbi.model.Role;
import training.powerbi.model.UserProgress;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A portal in memory that keeps the rules clients rely on: edit versions, conflicts, pages.
public final class FakePortal extends FakeRuns implements PortalClient {
    /// What was asked, in order.
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    public List<PersonAccount> people = Samples.people(3);
    public List<AuditEntry> audit = List.of();
    public List<UserProgress> progress = List.of();
    public DashboardStats stats = new DashboardStats(12, 7, 5, 40, 26, 19, 43.5);
    public final FakeAccess access = new FakeAccess(this);
    private @Nullable RuntimeException refusal;

    /// The next call fails, once.
    public void refuse(RuntimeException with) {
        refusal = with;
    }

    private static String in(@Nullable String cohortId) {
        return cohortId == null || cohortId.equals(Course.MAIN) ? "" : " in " + cohortId;
    }

    void hear(String call) {
        asked.add(call);
        var failure = refusal;
        refusal = null;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Course course(String cohortId) {
        hear("course" + in(cohortId));
        return whole(cohortId);
    }

    @Override
    public CourseDay unlockDay(int dayNumber, String cohortId) {
        hear("unlockDay " + dayNumber + in(cohortId));
        put(Samples.open(day(dayNumber, cohortId), true));
        return day(dayNumber, cohortId);
    }

    @Override
    public List<CourseDay> unlockAllDays(String cohortId) {
        hear("unlockAllDays");
        course().days().forEach(day -> put(Samples.open(day, true)));
        return course().days();
    }

    @Override
    public CourseDay lockDay(int dayNumber, String cohortId) {
        hear("lockDay " + dayNumber + in(cohortId));
        put(Samples.open(day(dayNumber, cohortId), false));
        return day(dayNumber, cohortId);
    }

    @Override
    public CourseDay updateDay(int dayNumber, DayEdit edit) {
        hear("updateDay " + dayNumber);
        var day = day(dayNumber);
        if (edit.expectedEditVersion() != day.contentEditVersion()) {
            throw new PortalException(ErrorCode.CONFLICTING_UPDATE, "Somebody changed the day meanwhile.");
        }
        put(Samples.withWords(day, edit.title(), edit.description()));
        return day(dayNumber);
    }

    @Override
    public CourseDay scheduleDay(int dayNumber, String cohortId, @Nullable Instant at, int expectedEditVersion) {
        hear("scheduleDay " + dayNumber + in(cohortId));
        put(Samples.at(day(dayNumber, cohortId), at));
        return day(dayNumber, cohortId);
    }

    @Override
    public List<PlannedDay> scheduleDays(String cohortId, SchedulePlan plan, List<PlannedDay> seen) {
        return planDays(cohortId, plan);
    }

    @Override
    public List<PlannedDay> planDays(String cohortId, SchedulePlan plan) {
        hear("planDays" + in(cohortId));
        return whole(cohortId).days().stream().map(day -> planned(day, plan)).toList();
    }

    static PlannedDay planned(CourseDay day, SchedulePlan plan) {
        var at = plan.startDate().plusDays(day.dayNumber()).atTime(plan.time()).toInstant(ZoneOffset.UTC);
        var after = plan.opensAfterMinutes();
        return new PlannedDay(
                day.dayNumber(),
                day.title(),
                at,
                day.scheduledAt(),
                day.editVersion(),
                after == null ? null : at.plusSeconds(after * 60L));
    }

    @Override
    public DayRecording addRecording(
            int dayNumber, String title, String videoUrl, String duration, @Nullable String cohortId) {
        hear("addRecording " + title + in(cohortId));
        var added = Samples.recording("new" + asked.size(), dayNumber, title, VideoPlatform.YOUTUBE);
        var day = day(dayNumber);
        List<DayRecording> all = new ArrayList<>(day.recordings());
        all.addFirst(added);
        put(Samples.with(day, day.presentationUrl(), all, day.removedRecordings(), day.resources()));
        return added;
    }

    @Override
    public DayRecording updateRecording(String recordingId, RecordingEdit edit) {
        hear("updateRecording " + edit);
        var old = recording(recordingId);
        if (edit.expectedEditVersion() != old.editVersion()) {
            throw new PortalException(ErrorCode.CONFLICTING_UPDATE, "Somebody changed the recording meanwhile.");
        }
        return change(recordingId, edit.title() == null ? old.title() : edit.title(), old.editVersion() + 1);
    }

    public DayRecording recording(String recordingId) {
        return course.days().stream()
                .flatMap(day -> day.recordings().stream())
                .filter(each -> each.recordingId().equals(recordingId))
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.RECORDING_NOT_FOUND, "There is no such recording."));
    }

    /// A recording's title, as a colleague may have changed it.
    public DayRecording change(String recordingId, String title, int editVersion) {
        var old = recording(recordingId);
        var changed = new DayRecording(
                old.recordingId(),
                old.dayNumber(),
                title,
                old.platform(),
                old.videoUrl(),
                old.embedUrl(),
                old.streamUrl(),
                old.durationSeconds(),
                old.uploadedAt(),
                old.uploadedBy(),
                old.viewCount(),
                old.isActive(),
                editVersion,
                old.revision() + 1,
                old.captions(),
                old.cohortId());
        var day = day(old.dayNumber());
        put(Samples.with(
                day,
                day.presentationUrl(),
                day.recordings().stream()
                        .map(each -> each.recordingId().equals(recordingId) ? changed : each)
                        .toList(),
                day.removedRecordings(),
                day.resources()));
        return changed;
    }

    @Override
    public DayRecording removeRecording(String recordingId) {
        hear("removeRecording " + recordingId);
        return move(recordingId, CourseDay::recordings, true);
    }

    @Override
    public DayRecording restoreRecording(String recordingId) {
        hear("restoreRecording " + recordingId);
        return move(recordingId, CourseDay::removedRecordings, false);
    }

    private DayRecording move(String recordingId, Function<CourseDay, List<DayRecording>> from, boolean away) {
        for (var day : course.days()) {
            for (var each : from.apply(day)) {
                if (each.recordingId().equals(recordingId)) {
                    List<DayRecording> active = new ArrayList<>(day.recordings());
                    List<DayRecording> removed = new ArrayList<>(day.removedRecordings());
                    (away ? active : removed).remove(each);
                    (away ? removed : active).addFirst(each);
                    put(Samples.with(day, day.presentationUrl(), active, removed, day.resources()));
                    return each;
                }
            }
        }
        throw new PortalException(ErrorCode.RECORDING_NOT_FOUND, "There is no such recording.");
    }

    @Override
    public CourseDay setPresentation(int dayNumber, @Nullable String url) {
        hear("setPresentation " + dayNumber + " " + url);
        var day = day(dayNumber);
        put(Samples.with(day, url, day.recordings(), day.removedRecordings(), day.resources()));
        return day(dayNumber);
    }

    @Override
    public Resource addResource(int dayNumber, String title, String url) {
        hear("addResource " + title);
        var added = new Resource("link" + asked.size(), dayNumber, title, url, "text/html", 0, Samples.MORNING, 1);
        var day = day(dayNumber);
        List<Resource> all = new ArrayList<>(day.resources());
        all.add(added);
        put(Samples.with(day, day.presentationUrl(), day.recordings(), day.removedRecordings(), all));
        return added;
    }

    @Override
    public Resource removeResource(String resourceId) {
        hear("removeResource " + resourceId);
        for (var day : course.days()) {
            for (var each : day.resources()) {
                if (each.resourceId().equals(resourceId)) {
                    List<Resource> rest = new ArrayList<>(day.resources());
                    rest.remove(each);
                    put(Samples.with(day, day.presentationUrl(), day.recordings(), day.removedRecordings(), rest));
                    return each;
                }
            }
        }
        throw new PortalException(ErrorCode.NOT_FOUND, "There is no such file.");
    }

    @Override
    public DashboardStats dashboardStats(@Nullable String cohortId) {
        hear("dashboardStats" + in(cohortId));
        return stats;
    }

    @Override
    public Connection<UserProgress> courseProgress(
            @Nullable Integer dayNumber, @Nullable String after, @Nullable String cohortId) {
        hear("courseProgress" + in(cohortId));
        return page(progress, after);
    }

    @Override
    public Connection<AuditEntry> adminActions(AuditFilter filter, @Nullable String after) {
        hear("adminActions " + filter + " " + after);
        return page(
                audit.stream()
                        .filter(entry ->
                                filter.dayNumber() == null || filter.dayNumber().equals(entry.dayNumber()))
                        .filter(entry -> filter.actionType() == null
                                || filter.actionType().equals(entry.actionType()))
                        .filter(entry ->
                                filter.from() == null || !entry.timestamp().isBefore(filter.from()))
                        .filter(entry ->
                                filter.to() == null || entry.timestamp().isBefore(filter.to()))
                        .toList(),
                after);
    }

    @Override
    public Connection<PersonAccount> users(String filter, @Nullable String after, @Nullable String cohortId) {
        hear("users " + filter + " " + after + in(cohortId));
        return page(
                people.stream()
                        .filter(person -> person.email().contains(filter))
                        .filter(person -> cohortId == null
                                || (person.role() == Role.STUDENT
                                        && cohortId.equals(Objects.requireNonNullElse(person.cohortId(), Course.MAIN))))
                        .toList(),
                after);
    }

    /// Fifty at a time; the cursor is how many lie before.
    private static <T> Connection<T> page(List<T> all, @Nullable String after) {
        var from = after == null ? 0 : Integer.parseInt(after);
        var to = Math.min(all.size(), from + 50);
        var edges = all.subList(from, to).stream()
                .map(each -> new Connection.Edge<>("", each))
                .toList();
        return new Connection<>(
                edges, new Connection.PageInfo(to < all.size(), String.format(Locale.ROOT, "%d", to)), all.size());
    }

    @Override
    public PersonAccount setUserRole(String userId, Role role) {
        hear("setUserRole " + userId + " " + role);
        return change(userId, role, null);
    }

    @Override
    public PersonAccount setUserActive(String userId, boolean active) {
        hear("setUserActive " + userId + " " + active);
        return change(userId, null, active);
    }

    private PersonAccount change(String userId, @Nullable Role role, @Nullable Boolean active) {
        people = people.stream()
                .map(person -> person.userId().equals(userId)
                        ? new PersonAccount(
                                userId,
                                person.email(),
                                person.displayName(),
                                role == null ? person.role() : role,
                                active == null ? person.isActive() : active,
                                person.createdAt(),
                                person.lastLogin(),
                                person.cohortId())
                        : person)
                .toList();
        return people.stream()
                .filter(person -> person.userId().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public PasswordReset createPasswordReset(String userId) {
        hear("createPasswordReset " + userId);
        return new PasswordReset("7Q2M-KX4P-0ABC-9ZYX", Instant.parse("2026-03-03T09:00:00Z"));
    }

    public List<String> warnings = List.of();
    public @Nullable String obstacle;

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public PersonAccount.ErasurePreview erasurePreview(String userId) {
        hear("erasurePreview " + userId);
        return new PersonAccount.ErasurePreview(
                List.of(
                        new PersonAccount.Rows("sessions", 2),
                        new PersonAccount.Rows("user_progress", 1),
                        new PersonAccount.Rows("users", 1)),
                3,
                Instant.parse("2026-03-10T09:00:00Z"),
                "/srv/backups",
                obstacle);
    }

    @Override
    public PersonAccount.Erased eraseUser(String userId, String confirmEmail) {
        hear("eraseUser " + userId + " " + confirmEmail);
        people = people.stream()
                .filter(person -> !person.userId().equals(userId))
                .toList();
        return new PersonAccount.Erased(userId, Instant.parse("2026-03-10T09:00:00Z"), "/srv/backups");
    }

    @Override
    public String createInvite(int maxUses, @Nullable Instant expiresAt, @Nullable String cohortId) {
        hear("createInvite " + maxUses + " " + expiresAt + in(cohortId));
        return "WELCOME-7Q2M-KX4P";
    }

    @Override
    public boolean revokeInvite(String code) {
        hear("revokeInvite " + code);
        return true;
    }
}
