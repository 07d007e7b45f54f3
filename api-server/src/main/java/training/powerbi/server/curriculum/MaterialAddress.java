package training.powerbi.server.curriculum;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// Address of a day's slides or resources: https elsewhere, or a path on this site.
final class MaterialAddress {
    private static final int MAX_LENGTH = 2_000;

    private MaterialAddress() {}

    /// @return the address, or null when it is to be cleared
    /// @throws PortalException BAD_USER_INPUT naming the field
    static @Nullable String check(String field, @Nullable String address) {
        if (address == null) {
            return null;
        }
        var trimmed = address.strip();
        if (trimmed.length() > MAX_LENGTH || !acceptable(trimmed)) {
            throw PortalException.badInput(
                    field, "The " + field + " must be an https:// address or a path on this site such as /slides/1.");
        }
        return trimmed;
    }

    private static boolean acceptable(String address) {
        try {
            var uri = new URI(address);
            if ("https".equalsIgnoreCase(uri.getScheme())) {
                return uri.getHost() != null && uri.getRawUserInfo() == null;
            }
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && address.startsWith("/")
                    && !address.contains("..")
                    && !address.contains("\\");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
