package training.powerbi.lakehouse;

/// A pure function from a table's state to what shall change. It runs again on a newer state when another
/// writer won, so it must have no side effects.
@FunctionalInterface
public interface Decision<K, R extends Record, T> {
    Verdict<K, R, T> decide(TableSnapshot<K, R> now);
}
