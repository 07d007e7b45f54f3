package training.powerbi.server.store;

import training.powerbi.lakehouse.TableSnapshot;

/// A table's rows, and a revision they are at least as new as.
public record Reading<K, R extends Record>(TableSnapshot<K, R> rows, long revision) {}
