package training.powerbi.lakehouse;

/// Something to remember about a commit beyond its rows. Notes are part of the commit itself (`commitInfo`),
/// so neither can exist without the other.
///
/// @param id unique; a keeper that meets it a second time ignores it
/// @param json one JSON object
public record CommitNote(String id, String json) {}
