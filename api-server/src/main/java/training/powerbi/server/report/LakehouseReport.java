package training.powerbi.server.report;

/// A report that can be asked for.
record LakehouseReport(String name, String title) {}
