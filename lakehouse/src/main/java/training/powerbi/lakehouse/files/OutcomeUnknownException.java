package training.powerbi.lakehouse.files;

import java.io.IOException;
import java.util.Optional;

/// A file was to be written under a name that must be free, and nobody can say whether it is there, or will yet be:
/// an answer was lost. Until this is known the file must neither be written in another form nor what it names be
/// deleted; [#repeat()] finds out.
public final class OutcomeUnknownException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    static final int DEEPEST = 20;

    private final transient Repeat again;

    public OutcomeUnknownException(String message, Throwable cause, Repeat again) {
        super(message, cause);
        this.again = again;
    }

    /// Writes the very same bytes again.
    public interface Repeat {
        void run() throws IOException;
    }

    /// Writes the very same bytes again, and returns when they are there, be it from now or from before.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when other bytes have the name: then these never will
    /// @throws OutcomeUnknownException when it is still not known
    public void repeat() throws IOException {
        again.run();
    }

    /// The one beneath the failure.
    public static Optional<OutcomeUnknownException> beneath(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutcomeUnknownException unknown) {
                return Optional.of(unknown);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
