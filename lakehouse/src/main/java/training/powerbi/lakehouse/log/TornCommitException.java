package training.powerbi.lakehouse.log;

/// A commit file that cannot be read to its end.
public final class TornCommitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TornCommitException(String file, long version, Throwable cause) {
        super(sentence(file, version), cause);
    }

    TornCommitException(String file, long version) {
        super(sentence(file, version));
    }

    private static String sentence(String file, long version) {
        return "The commit file " + file + " is damaged: it ends too early. "
                + (version == 0
                        ? "Restore the table's folder from a backup."
                        : "Stop the portal, keep a copy of the file elsewhere and remove it: the table then goes back"
                                + " to version " + (version - 1) + ", without what this commit changed.");
    }
}
