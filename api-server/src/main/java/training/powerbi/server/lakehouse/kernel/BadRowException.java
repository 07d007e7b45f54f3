package training.powerbi.server.lakehouse.kernel;

/// A row that another program wrote and that breaks a rule; the message names column and rule, never values.
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
        super(message, null, false, false);
    }
}
