package training.powerbi.client.report;

/// Everything that the portal keeps about somebody, as a file to give to them. Calls block; they fail as those of
/// [training.powerbi.client.PortalClient] do. Safe for use by many threads.
public interface LearnerFiles {

    /// All of it, for programs.
    String json(String userId);

    /// The same as a table for spreadsheets.
    String csv(String userId);
}
