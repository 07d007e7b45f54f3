package training.powerbi.server.curriculum;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// Address of a day's slides or resources: https elsewhere, or a path on this site.
public final class MaterialAddress {
    private static final int MAX_LENGTH = 2_000;
    /// How addresses begin under which the portal delivers its own files, for a while and to one person.
    private static final String TICKETS = "/api/v1/materials/";

    private MaterialAddress() {}

    /// As [#check], for an editor that sends back what it was shown: the address under which slides kept by the portal
    /// are delivered stands for those slides.
    static @Nullable String edited(String field, @Nullable String address, @Nullable String current) {
        boolean shown = address != null && new TypedText(address).value().startsWith(TICKETS);
        return shown && current != null && StoredFile.is(current) ? current : check(field, address);
    }

    /// The address as it is kept.
    ///
    /// @return the address, or null when it is to be cleared
    /// @throws PortalException BAD_USER_INPUT naming the field
    public static @Nullable String check(String field, @Nullable String address) {
        if (address == null) {
            return null;
        }
        var trimmed = TypedText.of(field, address);
        if (trimmed.startsWith(TICKETS)) {
            throw PortalException.badInput(
                    field, "This " + field + " lasts for a few hours only; leave it out, or give a lasting address.");
        }
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
