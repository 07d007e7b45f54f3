package training.powerbi.server.access.cohort;

import static java.util.Comparator.comparing;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.server.access.CohortRow;
import training.powerbi.server.access.Cohorts;

/// Reads the runs of the course.
@Service
@PreAuthorize("hasRole('ADMIN')")
public class CohortList {
    private final Cohorts cohorts;
    private final CohortSizes sizes;

    CohortList(Cohorts cohorts, CohortSizes sizes) {
        this.cohorts = cohorts;
        this.sizes = sizes;
    }

    /// `main` first, the others as they were made.
    List<Cohort> all(boolean includeArchived) {
        var students = sizes.all();
        return cohorts.all()
                .filter(row -> includeArchived || !row.isArchived())
                .sorted(comparing((CohortRow row) -> !row.cohortId().equals(Cohorts.MAIN))
                        .thenComparing(CohortRow::createdAt)
                        .thenComparing(CohortRow::cohortId))
                .map(row -> show(row, students.getOrDefault(row.cohortId(), 0)))
                .toList();
    }

    public Cohort show(CohortRow row) {
        return show(row, sizes.of(row.cohortId()));
    }

    private Cohort show(CohortRow row, int students) {
        return new Cohort(
                row.cohortId(),
                row.name(),
                cohorts.zone(row).getId(),
                row.startsOn(),
                row.isArchived(),
                students,
                row.editVersion(),
                row.createdAt());
    }
}
