package training.powerbi.lakehouse.files.onelake.rest;

import training.powerbi.lakehouse.files.UnreachableException;

/// OneLake answered, but not what was asked for.
public final class RefusedException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    public RefusedException(BlobRequest request, BlobAnswer answer) {
        super("OneLake answered " + answer.status() + " " + answer.error() + " to " + request);
    }
}
