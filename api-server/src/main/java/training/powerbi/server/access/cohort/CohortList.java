package training.powerbi.server.access.cohort;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.server.access.CohortRow;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.Accounts;

/// Reads the runs of the course.
@Service
@PreAuthorize("hasRole('ADMIN')")
public class CohortList {
    private final Cohorts cohorts;
    private final Accounts accounts;

    CohortList(Cohorts cohorts, Accounts accounts) {
        this.cohorts = cohorts;
        this.accounts = accounts;
    }

    /// `main` first, the others as they were made.
    List<Cohort> all(boolean includeArchived) {
        return cohorts.all()
                .filter(row -> includeArchived || !row.isArchived())
                .sorted(comparing((CohortRow row) -> !row.cohortId().equals(Cohorts.MAIN))
                        .thenComparing(CohortRow::createdAt)
                        .thenComparing(CohortRow::cohortId))
                .map(this::show)
                .toList();
    }

    public Cohort show(CohortRow row) {
        return new Cohort(
                row.cohortId(),
                row.name(),
                cohorts.zone(row).getId(),
                row.startsOn(),
                row.isArchived(),
                (int) accounts.all().filter(user -> isIn(user, row.cohortId())).count(),
                row.editVersion(),
                row.createdAt());
    }

    private static boolean isIn(User user, String cohortId) {
        return user.role() == Role.STUDENT
                && user.isActive()
                && Objects.requireNonNullElse(user.cohortId(), Cohorts.MAIN).equals(cohortId);
    }
}
