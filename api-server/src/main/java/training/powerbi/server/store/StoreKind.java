package training.powerbi.server.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import training.powerbi.model.error.PortalException;

/// Where the tables are.
enum StoreKind {
    /// In a folder of this machine.
    LOCAL,
    /// In a lakehouse, which other servers may have open too.
    ONELAKE,
    /// In a folder of this machine, with a copy in a lakehouse.
    MIRROR;

    /// What the setting means.
    ///
    /// @param setting empty for what the other settings suggest
    /// @param hasLakehouse whether a lakehouse is set
    /// @throws PortalException BAD_USER_INPUT saying what to set
    static StoreKind of(String setting, boolean hasLakehouse) {
        if (setting.isBlank()) {
            return hasLakehouse ? ONELAKE : LOCAL;
        }
        var kind = Arrays.stream(values())
                .filter(each -> each.word().equals(setting.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> PortalException.badInput("STORE", "STORE may be " + words() + "."));
        if (kind != LOCAL && !hasLakehouse) {
            throw PortalException.badInput(
                    "STORE",
                    "STORE=" + kind.word() + " needs a lakehouse. Set FABRIC_WORKSPACE_ID and FABRIC_LAKEHOUSE_ID, or"
                            + " STORE=local.");
        }
        return kind;
    }

    private static String words() {
        return Arrays.stream(values()).map(StoreKind::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
