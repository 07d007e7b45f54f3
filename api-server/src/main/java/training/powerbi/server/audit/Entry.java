package training.powerbi.server.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the audit log says of a row that changes.
///
/// @param cohortId the run of the course it happened in; null for `main` and for what is everyone's
/// @param subject what is changed, where the day does not say it: a recording's or user's id
/// @param before values as they were; only those that change
/// @param after the same values as they become
public record Entry(
        @Nullable Integer dayNumber,
        @Nullable String cohortId,
        @Nullable String subject,
        Map<String, ? extends @Nullable Object> before,
        Map<String, ? extends @Nullable Object> after) {
    /// Of something everyone shares.
    public Entry(
            @Nullable Integer dayNumber,
            @Nullable String subject,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        this(dayNumber, null, subject, before, after);
    }

    /// Of a day itself.
    public static Entry ofDay(
            int dayNumber,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        return new Entry(dayNumber, null, before, after);
    }

    /// Of something that belongs to no day.
    public static Entry of(
            String subject,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        return new Entry(null, subject, before, after);
    }

    /// Of a day as a cohort has it.
    ///
    /// @param cohortId null for `main`
    public static Entry ofCohortDay(
            @Nullable String cohortId,
            int dayNumber,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        return new Entry(dayNumber, cohortId, null, before, after);
    }
}
