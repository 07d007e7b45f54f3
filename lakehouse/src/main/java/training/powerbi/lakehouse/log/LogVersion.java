package training.powerbi.lakehouse.log;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.RemoveFile;
import java.util.List;
import training.powerbi.lakehouse.CommitNote;

/// What one commit file says.
///
/// @param ours whether a portal server wrote it
/// @param metadata whether it changes schema, properties or protocol
public record LogVersion(
        long version,
        boolean ours,
        String operation,
        List<CommitNote> notes,
        List<AddFile> adds,
        List<RemoveFile> removes,
        boolean metadata) {}
