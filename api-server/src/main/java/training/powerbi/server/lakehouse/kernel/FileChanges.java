package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.internal.actions.AddFile;
import java.util.List;

/// What a commit does to the table's files.
///
/// @param dataChange false when only the layout changes, not the rows
record FileChanges(List<AddFile> added, List<AddFile> removed, boolean dataChange) {}
