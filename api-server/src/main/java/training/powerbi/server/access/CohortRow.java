package training.powerbi.server.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.model.error.PortalException;

/// A row of `cohorts`: one run of the course. Cohort `main` has a row only once its name or zone was changed.
///
/// @param timeZone an IANA name; null for the course's
/// @param startsOn an ISO date, if one was said
@Value.Builder
public record CohortRow(
        String cohortId,
        String name,
        @Nullable String timeZone,
        @Nullable String startsOn,
        boolean isArchived,
        Instant createdAt,
        Instant updatedAt,
        int editVersion)
        implements WithCohortRow {
    public static final TableDefinition<String, CohortRow> DEFINITION = TableDefinition.of(
                    "cohorts", CohortRow.class, CohortRow::cohortId)
            .ruled(CohortRow::problem)
            .countedInRevision()
            .stamped(CohortRow::updatedAt);

    private static Optional<String> problem(CohortRow row) {
        try {
            zone(row.timeZone);
            date(row.startsOn);
            return Optional.empty();
        } catch (PortalException notOurs) {
            return Optional.of(notOurs.sentence());
        }
    }

    /// The zone of that name; null for none.
    ///
    /// @throws PortalException BAD_USER_INPUT when there is no such zone
    public static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null) {
            return null;
        }
        // Offsets and abbreviations know no summer time; a course that uses them would move by an hour.
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw PortalException.badInput(
                    "timeZone", "There is no time zone of that name; write one such as Europe/Berlin or Asia/Kolkata.");
        }
        return ZoneId.of(name);
    }

    /// The date that is written there; null for none.
    ///
    /// @throws PortalException BAD_USER_INPUT when that is no date
    public static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException nonsense) {
            throw PortalException.badInput(
                    "startsOn", "The startsOn must be a date of the calendar, such as 2026-03-02.");
        }
    }
}
