package training.powerbi.client.report;

/// A report that can be asked for.
///
/// @param name what the portal knows it by
/// @param title what people call it
public record LakehouseReport(String name, String title) {}
