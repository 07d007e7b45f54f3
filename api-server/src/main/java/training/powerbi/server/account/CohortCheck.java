package training.powerbi.server.account;

import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// Whether a run of the course takes students; whoever keeps the runs implements it.
public interface CohortCheck {
    /// Whether it takes students now.
    ///
    /// @throws PortalException COHORT_NOT_FOUND, or BAD_USER_INPUT when it is archived
    void requireOpen(String cohortId);

    /// Whether there is such a run, an archived one too.
    ///
    /// @throws PortalException COHORT_NOT_FOUND
    void require(String cohortId);

    /// The same as a yes or no.
    ///
    /// @param cohortId null for `main`, which always does
    default boolean isOpen(@Nullable String cohortId) {
        try {
            if (cohortId != null) {
                requireOpen(cohortId);
            }
            return true;
        } catch (PortalException closed) {
            return false;
        }
    }
}
