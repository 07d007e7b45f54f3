package training.powerbi.lakehouse.log;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.RemoveFile;
import java.util.List;
import training.powerbi.lakehouse.CommitNote;

/// What one commit file says.
///
/// @param time when it was made by its writer's clock, in milliseconds since 1970; 0 when it does not say
/// @param metadata whether it changes schema, properties or protocol
public record LogVersion(
        long version,
        Author author,
        long time,
        String operation,
        List<CommitNote> notes,
        List<AddFile> adds,
        List<RemoveFile> removes,
        boolean metadata) {

    /// Whether a portal server wrote it.
    public boolean ours() {
        return author != Author.OTHER_PROGRAM;
    }
}
