package training.powerbi.lakehouse.load;

import java.io.IOException;

/// A data file that cannot be read, at start: without it rows would be missing, so the portal does not start.
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFileException(String table, String file, Throwable cause) {
        super(
                "Table " + table + ": the data file " + file + " is missing or damaged (" + reason(cause)
                        + "), so the portal does not start without its rows. Check the disk, then restore this file,"
                        + " or the table's whole folder, from a backup and start again.",
                cause);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
