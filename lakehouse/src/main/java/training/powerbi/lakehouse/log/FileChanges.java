package training.powerbi.lakehouse.log;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import training.powerbi.lakehouse.memory.DataFile;

/// What a commit does to the table's files.
///
/// @param dataChange whether rows of the removed files are gone; never in a table that only grows
/// @param metadata the table's new schema, if it changes
public record FileChanges(List<AddFile> added, List<AddFile> removed, boolean dataChange, Optional<Metadata> metadata) {

    public static <R> FileChanges of(List<DataFile<R>> added, List<DataFile<R>> removed, boolean dataChange) {
        return new FileChanges(
                added.stream().map(DataFile::add).toList(),
                removed.stream().map(DataFile::add).toList(),
                dataChange,
                Optional.empty());
    }

    public FileChanges withMetadata(Metadata changed) {
        return new FileChanges(added, removed, dataChange, Optional.of(changed));
    }

    /// What `commitInfo` says of it, by which a torn commit is told from a whole one.
    public Map<String, String> metrics() {
        return Map.of(
                CommitReader.ADDED, Integer.toString(added.size()),
                CommitReader.REMOVED, Integer.toString(removed.size()));
    }
}
