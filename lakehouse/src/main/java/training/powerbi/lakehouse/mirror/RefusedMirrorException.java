package training.powerbi.lakehouse.mirror;

/// What is in the lakehouse is not, or no longer, a copy of what is here: whoever went on would mix two histories.
final class RefusedMirrorException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String UNHARMED = " The portal works on its local tables, which are unharmed.";
    private static final String ANEW =
            " To have them mirrored anew, choose an empty lakehouse, or delete this one's Tables, Files/portal and"
                    + " Files/_portal, and restart the server.";

    private RefusedMirrorException(String sentence) {
        super(sentence);
    }

    static RefusedMirrorException foreign(String lakehouse) {
        return new RefusedMirrorException("Lakehouse " + lakehouse
                + " holds the tables or the mirror of another portal, and nothing is written to it." + UNHARMED + ANEW);
    }

    static RefusedMirrorException diverged(String table, long version) {
        return new RefusedMirrorException("Table " + table + " in the lakehouse is another one from version " + version
                + " on: another program wrote to it, or this data folder is an older copy. Nothing is mirrored any more."
                + UNHARMED + ANEW
                + " To go on with what the lakehouse has, stop this server and start it with STORE=onelake.");
    }

    static RefusedMirrorException tooOld(String table, String missing) {
        return new RefusedMirrorException("The mirror of table " + table + " cannot be continued, as " + missing
                + " is no longer here." + UNHARMED + ANEW);
    }

    static RefusedMirrorException incomplete(String table) {
        return new RefusedMirrorException(
                "The log of table " + table + " in the lakehouse lacks files that were there." + UNHARMED + ANEW);
    }

    /// The sentence for people.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
