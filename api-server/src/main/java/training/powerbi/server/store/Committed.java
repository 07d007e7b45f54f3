package training.powerbi.server.store;

/// What a durable change came to.
///
/// @param answer what the decision answered
/// @param revision the one that shows the change
public record Committed<T>(T answer, long revision) {}
