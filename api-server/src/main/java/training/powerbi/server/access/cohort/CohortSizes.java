package training.powerbi.server.access.cohort;

import java.util.Objects;
import org.springframework.stereotype.Component;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.Accounts;

/// How many students take part in a cohort; decisions ask too, where nobody is signed in.
@Component
class CohortSizes {
    private final Accounts accounts;

    CohortSizes(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Those whose account is enabled.
    int of(String cohortId) {
        return (int) accounts.all().filter(user -> isIn(user, cohortId)).count();
    }

    private static boolean isIn(User user, String cohortId) {
        return user.role() == Role.STUDENT
                && user.isActive()
                && Objects.requireNonNullElse(user.cohortId(), Cohorts.MAIN).equals(cohortId);
    }
}
