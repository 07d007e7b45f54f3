package training.powerbi.lakehouse.rowfile.column;

/// A row that another program wrote and that breaks a rule; the message names column and rule, never values.
public final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
        super(message, null, false, false);
    }
}
