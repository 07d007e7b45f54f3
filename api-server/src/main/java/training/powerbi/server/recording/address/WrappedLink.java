package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Addresses that only lead on to another one, which stands in them: mail programs, chats and search engines put their
/// own around every link that is copied from them.
enum WrappedLink {
    OUTLOOK(".safelinks.protection.outlook.com", "/", "url"),
    TEAMS("statics.teams.cdn.office.net", "/evergreen-assets/safelinks/", "url"),
    GOOGLE("www.google.com", "/url", "q url"),
    FACEBOOK("l.facebook.com", "/l.php", "u"),
    FACEBOOK_MOBILE("lm.facebook.com", "/l.php", "u"),
    INSTAGRAM("l.instagram.com", "/", "u"),
    LINKEDIN("www.linkedin.com", "/redir/redirect", "url"),
    LINKEDIN_WARNING("www.linkedin.com", "/safety/go", "url"),
    SLACK("slack-redir.net", "/link", "url"),
    DUCKDUCKGO("duckduckgo.com", "/l/", "uddg"),
    REDDIT("out.reddit.com", "/", "url"),
    VK("vk.com", "/away.php", "to"),
    BARRACUDA("linkprotect.cudasvc.com", "/url", "a"),
    OUTLOOK_US(".safelinks.protection.office365.us", "/", "url"),
    PROOFPOINT_1("urldefense.proofpoint.com", "/v1/", "u"),
    YOUTUBE_CONSENT("consent.youtube.com", "/", "continue"),
    YOUTUBE_EMBED("www.youtube.com", "/oembed", "url"),
    YOUTUBE_REDIRECT("www.youtube.com", "/redirect", "q"),
    YOUTUBE_SHARE("www.youtube.com", "/attribution_link", "u");

    private final String host;
    private final String path;
    /// Names of parameters, a blank between them.
    private final String parameters;

    WrappedLink(String host, String path, String parameters) {
        this.host = host;
        this.path = path;
        this.parameters = parameters;
    }

    /// What the address leads to; empty where it leads nowhere else.
    static Optional<String> inside(String host, URI uri) {
        return ProofpointLink.inside(host, uri).or(() -> parameter(host, uri));
    }

    private static Optional<String> parameter(String host, URI uri) {
        return Arrays.stream(values())
                .filter(one -> one.matches(host, uri.getRawPath()))
                .flatMap(one -> Arrays.stream(one.parameters.split(" ", -1)))
                .flatMap(name -> LinkQuery.value(uri, name).stream())
                .map(target -> target.startsWith("/") ? "https://" + host + target : target)
                .findFirst();
    }

    private boolean matches(String asked, @Nullable String askedPath) {
        boolean here = host.startsWith(".") ? asked.endsWith(host) : asked.equals(host);
        return here && askedPath != null && askedPath.startsWith(path);
    }
}
