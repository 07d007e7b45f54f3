package training.powerbi.lakehouse.commit;

import java.util.List;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.log.UnknownCommitException;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.TableState;

/// A commit of which nobody knows whether it is there. Its table's writer stays with it until that is known.
///
/// @param unknown finds out
/// @param next the state, if it is there
/// @param written its data files, of no use if it never will be
/// @param restored whether it gave back what another program took
/// @param started when it began, by [System#nanoTime]
record PendingCommit<K, R extends Record>(
        UnknownCommitException unknown,
        TableState<K, R> next,
        List<DataFile<R>> written,
        List<TableChange.Row<K, R>> changes,
        List<CommitNote> notes,
        boolean restored,
        long started) {}
