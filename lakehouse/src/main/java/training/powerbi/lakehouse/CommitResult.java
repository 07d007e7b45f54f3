package training.powerbi.lakehouse;

/// A decision's answer and the table version that shows it; `changed` is false when nothing had to be
/// written.
public record CommitResult<T>(long version, boolean changed, T answer) {}
