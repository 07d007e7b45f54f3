package training.powerbi.server.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Memberships;

/// The runs of the course. Cohort `main` is always there: the days of the course are its own.
@Component
public class Cohorts {
    public static final String MAIN = Memberships.MAIN;

    private final DeltaTable<String, CohortRow> cohorts;
    private final CourseBasics course;

    Cohorts(DeltaTable<String, CohortRow> cohorts, CourseBasics course) {
        this.cohorts = cohorts;
        this.course = course;
    }

    /// What the course says where a cohort says nothing.
    public interface CourseBasics {
        String title();

        ZoneId timeZone();

        /// When the course was made.
        Instant since();
    }

    /// All of them, archived ones too, in no particular order.
    public Stream<CohortRow> all() {
        return all(cohorts.snapshot());
    }

    /// The same as the table was at a moment.
    public Stream<CohortRow> all(TableSnapshot<String, CohortRow> rows) {
        return rows.find(MAIN).isPresent() ? rows.rows() : Stream.concat(Stream.of(main()), rows.rows());
    }

    public Optional<CohortRow> find(String cohortId) {
        var found = cohorts.snapshot().find(cohortId);
        return found.isEmpty() && cohortId.equals(MAIN) ? Optional.of(main()) : found;
    }

    /// The cohort, which has to be there.
    ///
    /// @throws PortalException COHORT_NOT_FOUND
    public CohortRow require(String cohortId) {
        return find(cohortId).orElseThrow(Cohorts::notFound);
    }

    /// One that still takes changes and students; null stands for `main`.
    ///
    /// @throws PortalException COHORT_NOT_FOUND, or BAD_USER_INPUT when it is archived
    public CohortRow requireOpen(@Nullable String cohortId) {
        var cohort = require(cohortId == null ? MAIN : cohortId);
        if (cohort.isArchived()) {
            throw PortalException.badInput(
                    "cohortId", "The cohort " + cohort.name() + " is archived; nothing of it can be changed any more.");
        }
        return cohort;
    }

    /// As [#requireOpen], for taking a change back.
    ///
    /// @throws PortalException COHORT_NOT_FOUND, or CONFLICTING_UPDATE when it was archived since
    public void refuseArchived(String cohortId) {
        var cohort = require(cohortId);
        if (cohort.isArchived()) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "This was built upon by “archive cohort”: nothing of " + cohort.name()
                            + " can be changed any more; undo that first.");
        }
    }

    /// The clock on the wall of that cohort.
    public ZoneId zone(CohortRow cohort) {
        var own = CohortRow.zone(cohort.timeZone());
        return own == null ? course.timeZone() : own;
    }

    private CohortRow main() {
        return new CohortRowBuilder()
                .cohortId(MAIN)
                .name(course.title())
                .isArchived(false)
                .createdAt(course.since())
                .updatedAt(course.since())
                .editVersion(1)
                .build();
    }

    public static PortalException notFound() {
        return new PortalException(
                ErrorCode.COHORT_NOT_FOUND, "There is no such cohort; load the list of cohorts again.");
    }
}
