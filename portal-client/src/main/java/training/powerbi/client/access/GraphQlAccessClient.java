package training.powerbi.client.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.CourseDay;
import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.model.Connection;
import training.powerbi.model.UserProgress;

/// Each call is one operation of the same name.
final class GraphQlAccessClient implements AccessClient {
    private static final String DAY = "dayNumber";
    private static final String USER = "userId";
    private static final String COHORT = "cohortId";
    private static final String ACTION = "actionId";

    private final GraphQlHttp graphQl;

    GraphQlAccessClient(GraphQlHttp graphQl) {
        this.graphQl = graphQl;
    }

    @Override
    public CourseDay openDayAt(int dayNumber, String cohortId, @Nullable Instant opensAt) {
        var variables = of(DAY, dayNumber, COHORT, cohortId);
        put(variables, "opensAt", opensAt);
        return graphQl.ask("OpenDayAt", variables, CourseDay.class);
    }

    @Override
    public CourseDay setSession(int dayNumber, String cohortId, @Nullable String joinUrl, @Nullable Integer minutes) {
        var variables = of(DAY, dayNumber, COHORT, cohortId);
        put(variables, "joinUrl", joinUrl);
        put(variables, "sessionMinutes", minutes);
        return graphQl.ask("SetSession", variables, CourseDay.class);
    }

    @Override
    public AccessOverride grantAccess(
            String userId, int dayNumber, boolean isOpen, String reason, @Nullable Instant expiresAt) {
        var variables = of(USER, userId, DAY, dayNumber);
        put(variables, "isOpen", isOpen);
        put(variables, "reason", reason);
        put(variables, "expiresAt", expiresAt);
        return graphQl.make("GrantAccess", variables, AccessOverride.class);
    }

    @Override
    public AccessOverride revokeOverride(String overrideId) {
        return graphQl.ask("RevokeOverride", Map.of("overrideId", overrideId), AccessOverride.class);
    }

    @Override
    public List<AccessOverride> overrides(@Nullable String userId, @Nullable Integer dayNumber) {
        var variables = new HashMap<String, Object>();
        put(variables, USER, userId);
        put(variables, DAY, dayNumber);
        return List.of(graphQl.ask("Overrides", variables, AccessOverride[].class));
    }

    @Override
    public AccessExplanation explainAccess(String userId, int dayNumber, @Nullable Instant at) {
        var variables = of(USER, userId, DAY, dayNumber);
        put(variables, "at", at);
        return graphQl.ask("ExplainAccess", variables, AccessExplanation.class);
    }

    @Override
    public List<CourseDay> courseAs(String userId, @Nullable Instant at) {
        var variables = new HashMap<String, Object>();
        put(variables, USER, userId);
        put(variables, "at", at);
        return List.of(graphQl.ask("CourseAs", variables, CourseDay[].class));
    }

    @Override
    public List<UserProgress> studentProgress(String userId) {
        return List.of(graphQl.ask("StudentProgress", Map.of(USER, userId), UserProgress[].class));
    }

    @Override
    public Connection<AuditEntry> dayHistory(int dayNumber, @Nullable String after) {
        var variables = new HashMap<String, Object>();
        put(variables, DAY, dayNumber);
        put(variables, "after", after);
        return graphQl.ask("DayHistory", variables, new TypeReference<Connection<AuditEntry>>() {});
    }

    @Override
    public CourseDay restoreDay(int dayNumber, String actionId) {
        return graphQl.make("RestoreDay", of(DAY, dayNumber, ACTION, actionId), CourseDay.class);
    }

    @Override
    public AuditEntry undoAction(String actionId) {
        return graphQl.make("UndoAction", Map.of(ACTION, actionId), AuditEntry.class);
    }

    private static Map<String, Object> of(String one, Object first, String other, Object second) {
        return new HashMap<>(Map.of(one, first, other, second));
    }

    /// What is not said is left out.
    private static void put(Map<String, Object> variables, String name, @Nullable Object value) {
        if (value != null) {
            variables.put(name, value instanceof Instant at ? at.toString() : value);
        }
    }
}
