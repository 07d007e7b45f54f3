package training.powerbi.client.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
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

/// Each call is one operation of the same name.
final class GraphQlPortalClient implements PortalClient {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final String COHORT = "cohortId";

    private final GraphQlHttp graphQl;

    GraphQlPortalClient(GraphQlHttp graphQl) {
        this.graphQl = graphQl;
    }

    private record CourseAnswer(
            List<CourseDay> trainingDays,
            List<Course.DayProgress> dayProgress,
            ClassSize dashboardStats,
            List<Course.Cohort> cohorts) {}

    private record ClassSize(int activeStudents) {}

    private record Invite(String code) {}

    @Override
    public Course course(String cohortId) {
        var answer = graphQl.askAll("Course", Map.of(COHORT, cohortId), CourseAnswer.class);
        return new Course(
                cohortId,
                answer.trainingDays(),
                answer.dayProgress(),
                answer.dashboardStats().activeStudents(),
                answer.cohorts());
    }

    @Override
    public CourseDay unlockDay(int dayNumber, String cohortId) {
        return graphQl.ask("UnlockDay", Map.of("dayNumber", dayNumber, COHORT, cohortId), CourseDay.class);
    }

    @Override
    public CourseDay lockDay(int dayNumber, String cohortId) {
        return graphQl.ask("LockDay", Map.of("dayNumber", dayNumber, COHORT, cohortId), CourseDay.class);
    }

    @Override
    public List<CourseDay> unlockAllDays(String cohortId) {
        return graphQl.ask("UnlockAllDays", Map.of("cohortId", cohortId), new TypeReference<List<CourseDay>>() {});
    }

    @Override
    public CourseDay updateDay(int dayNumber, DayEdit edit) {
        return graphQl.ask("UpdateDay", Map.of("dayNumber", dayNumber, "input", edit), CourseDay.class);
    }

    @Override
    public CourseDay scheduleDay(int dayNumber, String cohortId, @Nullable Instant at, int expectedEditVersion) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("dayNumber", dayNumber);
        variables.put("scheduledAt", at == null ? null : at.toString());
        variables.put("expectedEditVersion", expectedEditVersion);
        variables.put(COHORT, cohortId);
        return graphQl.ask("ScheduleDay", variables, CourseDay.class);
    }

    @Override
    public List<PlannedDay> planDays(String cohortId, SchedulePlan plan) {
        return lay(plan, new HashMap<>(Map.of("preview", true, COHORT, cohortId)));
    }

    @Override
    public List<PlannedDay> scheduleDays(String cohortId, SchedulePlan plan, List<PlannedDay> seen) {
        var versions = seen.stream().map(PlannedDay::editVersion).toList();
        return lay(plan, new HashMap<>(Map.of("preview", false, "expectedEditVersions", versions, COHORT, cohortId)));
    }

    private List<PlannedDay> lay(SchedulePlan plan, Map<String, Object> variables) {
        variables.put("startDate", plan.startDate().toString());
        variables.put("time", CLOCK_TIME.format(plan.time()));
        variables.put("weekdays", plan.weekdays());
        variables.put("skip", plan.skip().stream().map(LocalDate::toString).toList());
        put(variables, "opensAfterMinutes", plan.opensAfterMinutes());
        return graphQl.ask("ScheduleDays", variables, new TypeReference<List<PlannedDay>>() {});
    }

    @Override
    public DayRecording addRecording(
            int dayNumber, String title, String videoUrl, String duration, @Nullable String cohortId) {
        var variables = new HashMap<String, Object>(
                Map.of("dayNumber", dayNumber, "title", title, "videoUrl", videoUrl, "duration", duration));
        put(variables, COHORT, cohortId);
        return graphQl.make("AddRecording", variables, DayRecording.class);
    }

    @Override
    public DayRecording updateRecording(String recordingId, RecordingEdit edit) {
        var input = new HashMap<String, Object>();
        put(input, "title", edit.title());
        put(input, "videoUrl", edit.videoUrl());
        put(input, "duration", edit.duration());
        input.put("expectedEditVersion", edit.expectedEditVersion());
        return graphQl.ask("UpdateRecording", Map.of("recordingId", recordingId, "input", input), DayRecording.class);
    }

    @Override
    public DayRecording removeRecording(String recordingId) {
        return graphQl.ask("RemoveRecording", Map.of("recordingId", recordingId), DayRecording.class);
    }

    @Override
    public DayRecording restoreRecording(String recordingId) {
        return graphQl.ask("RestoreRecording", Map.of("recordingId", recordingId), DayRecording.class);
    }

    @Override
    public CourseDay setPresentation(int dayNumber, @Nullable String url) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("dayNumber", dayNumber);
        variables.put("url", url);
        return graphQl.ask("SetPresentation", variables, CourseDay.class);
    }

    @Override
    public Resource addResource(int dayNumber, String title, String url) {
        return graphQl.make("AddResource", Map.of("dayNumber", dayNumber, "title", title, "url", url), Resource.class);
    }

    @Override
    public Resource removeResource(String resourceId) {
        return graphQl.ask("RemoveResource", Map.of("resourceId", resourceId), Resource.class);
    }

    @Override
    public DashboardStats dashboardStats(@Nullable String cohortId) {
        var variables = new HashMap<String, Object>();
        put(variables, COHORT, cohortId);
        return graphQl.ask("DashboardStats", variables, DashboardStats.class);
    }

    @Override
    public Connection<UserProgress> courseProgress(
            @Nullable Integer dayNumber, @Nullable String after, @Nullable String cohortId) {
        var variables = new HashMap<String, Object>();
        put(variables, COHORT, cohortId);
        put(variables, "dayNumber", dayNumber);
        put(variables, "after", after);
        return graphQl.ask("CourseProgress", variables, new TypeReference<Connection<UserProgress>>() {});
    }

    @Override
    public Connection<AuditEntry> adminActions(AuditFilter filter, @Nullable String after) {
        var variables = new HashMap<String, Object>();
        put(variables, "dayNumber", filter.dayNumber());
        put(variables, "actionType", filter.actionType());
        put(variables, "from", filter.from());
        put(variables, "to", filter.to());
        put(variables, "after", after);
        return graphQl.ask("AdminActions", variables, new TypeReference<Connection<AuditEntry>>() {});
    }

    @Override
    public Connection<PersonAccount> users(String filter, @Nullable String after, @Nullable String cohortId) {
        var variables = new HashMap<String, Object>();
        put(variables, COHORT, cohortId);
        put(variables, "filter", filter.isBlank() ? null : filter);
        put(variables, "after", after);
        return graphQl.ask("Users", variables, new TypeReference<Connection<PersonAccount>>() {});
    }

    @Override
    public PersonAccount setUserRole(String userId, Role role) {
        return graphQl.ask("SetUserRole", Map.of("userId", userId, "role", role), PersonAccount.class);
    }

    @Override
    public PersonAccount setUserActive(String userId, boolean active) {
        return graphQl.ask("SetUserActive", Map.of("userId", userId, "active", active), PersonAccount.class);
    }

    @Override
    public PasswordReset createPasswordReset(String userId) {
        return graphQl.ask("CreatePasswordReset", Map.of("userId", userId), PasswordReset.class);
    }

    @Override
    public PersonAccount.ErasurePreview erasurePreview(String userId) {
        return graphQl.ask("ErasurePreview", Map.of("userId", userId), PersonAccount.ErasurePreview.class);
    }

    @Override
    public PersonAccount.Erased eraseUser(String userId, String confirmEmail) {
        return graphQl.ask(
                "EraseUser", Map.of("userId", userId, "confirmEmail", confirmEmail), PersonAccount.Erased.class);
    }

    @Override
    public List<String> warnings() {
        return List.of(graphQl.ask("Warnings", Map.of(), String[].class));
    }

    @Override
    public String createInvite(int maxUses, @Nullable Instant expiresAt, @Nullable String cohortId) {
        var variables = new HashMap<String, Object>();
        variables.put("maxUses", maxUses);
        put(variables, "expiresAt", expiresAt);
        put(variables, COHORT, cohortId);
        return graphQl.make("CreateInvite", variables, Invite.class).code();
    }

    @Override
    public boolean revokeInvite(String code) {
        return graphQl.ask("RevokeInvite", Map.of("code", code), Boolean.class);
    }

    /// What is not said is left out: to the portal an explicit null is another thing.
    private static void put(Map<String, Object> variables, String name, @Nullable Object value) {
        if (value != null) {
            variables.put(name, value instanceof Instant at ? at.toString() : value);
        }
    }
}
