package training.powerbi.server.account;

/// Whether a run of the course takes students; whoever keeps the runs implements it.
@FunctionalInterface
public interface CohortCheck {
    /// Whether it takes students now.
    ///
    /// @throws training.powerbi.model.error.PortalException COHORT_NOT_FOUND, or BAD_USER_INPUT when it is archived
    void requireOpen(String cohortId);
}
