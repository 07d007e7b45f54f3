package training.powerbi.lakehouse.files.onelake.rest;

import training.powerbi.lakehouse.files.UnreachableException;

/// No try of a request was answered in time.
public final class NoAnswerException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    private final boolean doubtful;

    NoAnswerException(BlobRequest request, boolean doubtful, Throwable cause) {
        super("OneLake does not answer " + request + ": " + cause.getMessage(), cause);
        this.doubtful = doubtful;
    }

    /// Whether a try may have been, or may yet be, carried out.
    public boolean isDoubtful() {
        return doubtful;
    }
}
