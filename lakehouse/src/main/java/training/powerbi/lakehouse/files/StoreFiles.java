package training.powerbi.lakehouse.files;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.internal.util.Utils;
import java.io.IOException;
import java.util.List;

/// Kernel's file access with what a store needs beyond it: a commit of many files makes all their names durable at
/// once, as each time costs the disk a flush of its own.
///
/// A file written with `create(false)` is on the disk when it is closed; its name is when [#forceFolder] has
/// returned. Everything written atomically is durable at once; where an answer can be lost on its way, writing without
/// overwriting may end in an [OutcomeUnknownException].
public interface StoreFiles extends FileIO {
    int PROBE_BYTES = 64 * 1024;

    /// Whether each request takes its time to be answered, however little it asks for: many are then better sent
    /// side by side.
    default boolean isFar() {
        return false;
    }

    /// Names of the files in the folder, in no order; costs much less than their attributes do.
    List<String> names(String folder) throws IOException;

    /// Paths of all files in the folder and those below it, from the folder on; none when it is not there.
    List<String> tree(String folder) throws IOException;

    /// All of a file, which is a few megabytes at most.
    ///
    /// @throws java.io.FileNotFoundException when it is not there
    default byte[] bytes(String path) throws IOException {
        try (var stream = newInputFile(path, 0).newStream()) {
            return stream.readAllBytes();
        }
    }

    /// Makes the names of new files in the folder durable.
    void forceFolder(String folder) throws IOException;

    /// Looks whether the place as a whole is there: where it is not, a file that is missing says nothing, and nothing
    /// may be made in its place.
    default void requirePlace() throws IOException {
        // A folder of this machine is there.
    }

    /// Writes a little below the folder and takes it back.
    ///
    /// @throws IOException when the place takes nothing
    default void probe(String folder) throws IOException {
        var path = folder + "/.probe.tmp";
        newOutputFile(path).writeAtomically(Utils.singletonCloseableIterator("x".repeat(PROBE_BYTES)), true);
        delete(path);
    }
}
