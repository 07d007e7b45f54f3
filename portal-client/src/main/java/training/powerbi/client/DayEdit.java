package training.powerbi.client;

/// New title and description of a day.
///
/// @param expectedEditVersion the version the editor saw
public record DayEdit(String title, String description, int expectedEditVersion) {}
