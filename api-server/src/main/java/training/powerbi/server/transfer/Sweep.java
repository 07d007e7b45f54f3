package training.powerbi.server.transfer;

/// Puts in order what is stored, above all by removing files that nobody needs any more. Called at the start and ever
/// so often, off the request path.
public interface Sweep {

    /// Removes what is due.
    ///
    /// @return files deleted
    int sweep();
}
