package training.powerbi.server.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import training.powerbi.model.error.PortalException;

/// Where people find the portal's site: what the operator says (PUBLIC_URL), and where the server listens.
public final class PublicAddress {
    private final String chosen;
    private final InetAddress listening;
    private final boolean tls;
    private volatile int port;

    /// @param chosen empty when the operator does not say
    public PublicAddress(String chosen, InetAddress listening, boolean tls) {
        this.chosen = checked(chosen.strip().replaceAll("/+$", ""));
        this.listening = listening;
        this.tls = tls;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /// What the operator says, without a slash at its end.
    public Optional<String> chosen() {
        return Optional.of(chosen).filter(url -> !url.isEmpty());
    }

    /// Where the server itself answers, whatever stands before it.
    public String listeningUrl() {
        String host = listening.isAnyLocalAddress() ? "localhost" : listening.getHostAddress();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return (tls ? "https://" : "http://") + literal + ":" + port;
    }

    private static String checked(String url) {
        if (!url.isEmpty() && !acceptable(url)) {
            throw PortalException.badInput(
                    "PUBLIC_URL",
                    "PUBLIC_URL must be the address of the portal's site as people open it, such as"
                            + " https://portal.example.org or https://example.org/course, without ? or #.");
        }
        return url;
    }

    private static boolean acceptable(String url) {
        try {
            var uri = new URI(url);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
