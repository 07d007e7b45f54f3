package training.powerbi.lakehouse.log;

import java.util.Optional;

/// How commits of portal servers name their writer.
///
/// @param instance which of several servers; empty where there is only one
record Signature(Optional<String> instance) {
    private static final String PORTAL = "training-portal";

    /// What stands in `engineInfo`.
    String text() {
        return PORTAL + instance.map(id -> "/" + id).orElse("");
    }

    /// Whose commit it is; Kernel may have put its own name before ours.
    Author author(String engineInfo) {
        if (!engineInfo.contains(PORTAL)) {
            return Author.OTHER_PROGRAM;
        }
        return instance.isEmpty() || engineInfo.endsWith(text()) ? Author.THIS_SERVER : Author.COLLEAGUE;
    }
}
