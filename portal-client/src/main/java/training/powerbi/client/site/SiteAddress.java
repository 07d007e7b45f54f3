package training.powerbi.client.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where people open the portal's site, for links to hand on.
///
/// @param base without a slash at its end
public record SiteAddress(String base) {

    /// What the portal says of itself, unless that leads to the portal's own computer and this program came by another
    /// way: then that way is the better guess.
    ///
    /// @param said by the portal; null by an earlier version
    /// @param portal the address this program uses
    public static SiteAddress of(@Nullable String said, URI portal) {
        var own = portal.toString().replaceAll("/+$", "");
        return new SiteAddress(said == null || (isLocal(URI.create(said)) && !isLocal(portal)) ? own : said);
    }

    private static boolean isLocal(URI address) {
        var host = address.getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /// A page for choosing a new password, filled in. What follows the # is sent to nobody.
    public String passwordReset(String email, String code) {
        return base + "/#/reset?email=" + encoded(email) + "&code=" + encoded(code);
    }

    /// A page for registering, with the invitation filled in.
    public String invitation(String code) {
        return base + "/#/register?code=" + encoded(code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
