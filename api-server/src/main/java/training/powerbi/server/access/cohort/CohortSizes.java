package training.powerbi.server.access.cohort;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import training.powerbi.model.Role;
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
        return all().getOrDefault(cohortId, 0);
    }

    /// Whether anybody is in it, disabled or not.
    boolean isEmpty(String cohortId) {
        return accounts.all().noneMatch(user -> cohortId.equals(user.cohortId()));
    }

    /// [#of] all cohorts that have any, by their ids.
    Map<String, Integer> all() {
        return accounts.all()
                .filter(user -> user.role() == Role.STUDENT && user.isActive())
                .collect(Collectors.toMap(
                        user -> Objects.requireNonNullElse(user.cohortId(), Cohorts.MAIN), _ -> 1, Integer::sum));
    }
}
