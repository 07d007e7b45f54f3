package training.powerbi.lakehouse.log;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import training.powerbi.lakehouse.files.OutcomeUnknownException;

/// Nobody can say whether the commit is there. Its data files must stay, and nothing may be decided anew, until
/// [#repeat()] has found out.
public final class UnknownCommitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final OutcomeUnknownException outcome;

    UnknownCommitException(OutcomeUnknownException outcome) {
        super(outcome.getMessage(), outcome);
        this.outcome = outcome;
    }

    /// Writes the very same commit again; returns when it is there.
    ///
    /// @throws CommitConflictException when another writer has its version, so that it never will be there
    /// @throws IOException when it is still not known
    public void repeat() throws CommitConflictException, IOException {
        try {
            outcome.repeat();
        } catch (FileAlreadyExistsException e) {
            throw new CommitConflictException(e);
        }
    }
}
