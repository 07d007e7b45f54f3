package training.powerbi.server.store;

import org.springframework.core.env.PropertyResolver;

/// Whether the settings say that the tables are in a lakehouse, which other servers may have open too. For those who
/// must know before it is open.
public final class SharedStore {
    private static final String WORKSPACE = "portal.fabric.workspace-id";

    private SharedStore() {}

    public static boolean isMeant(PropertyResolver settings) {
        return !settings.getProperty(WORKSPACE, "").isEmpty();
    }
}
