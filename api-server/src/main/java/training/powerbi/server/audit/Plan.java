package training.powerbi.server.audit;

import java.time.Instant;
import training.powerbi.lakehouse.TableSnapshot;

/// Decides a change. Like any [decision][training.powerbi.lakehouse.Decision] it is pure: it runs again on a newer
/// state when another writer won.
@FunctionalInterface
public interface Plan<K, R extends Record, T> {

    /// What the rows become.
    ///
    /// @param rows as they are when it is decided
    /// @param at the moment of the change, as exact as tables can hold it
    Change<K, R, T> decide(TableSnapshot<K, R> rows, Instant at);
}
