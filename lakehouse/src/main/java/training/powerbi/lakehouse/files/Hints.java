package training.powerbi.lakehouse.files;

/// Whether it is worth looking into the logs for what others committed. Hints only save looks: whoever commits may give
/// none, so the logs are looked at now and then all the same.
public interface Hints {
    /// A place where a look costs nothing.
    Hints ALWAYS = new Hints() {
        @Override
        public boolean mayHaveChanged() {
            return true;
        }

        @Override
        public void committed() {
            // Everybody looks anyway.
        }
    };

    /// Whether another server may have committed since this was asked last.
    boolean mayHaveChanged();

    /// Tells the other servers that this one committed; returns at once.
    void committed();
}
