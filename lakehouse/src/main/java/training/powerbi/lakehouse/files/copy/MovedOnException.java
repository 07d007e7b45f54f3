package training.powerbi.lakehouse.files.copy;

import java.io.IOException;

/// A table's log does not go on where this process stopped reading: too much has happened there meanwhile, or the
/// table is another one.
final class MovedOnException extends IOException {
    private static final long serialVersionUID = 1L;

    MovedOnException(String table) {
        super(table);
    }

    String sentence() {
        return "The store is back, but its table " + getMessage()
                + " has moved on too far to be followed: restart this server.";
    }
}
