package training.powerbi.server.web.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What the site's pages may load, as the value of `Content-Security-Policy`. The text is `site/content-policy.txt`,
/// from which the build also makes the policy of a site published elsewhere.
@Component
public class SitePolicy {
    private final String header;

    SitePolicy(
            @Value("${portal.entra.client-id:}") String entraClient,
            @Value("${portal.entra.authority:https://login.microsoftonline.com}") String entraAuthority)
            throws IOException {
        var text = new ClassPathResource("site/content-policy.txt").getContentAsString(StandardCharsets.UTF_8);
        this.header = text.replace("@api@", "")
                .replace("@socket@", "")
                .replace("@sign-in@", entraClient.isBlank() ? "" : entraAuthority)
                .replaceAll("\\s+", " ")
                .replace(" ;", ";")
                .strip();
    }

    /// For pages that the portal itself serves.
    public String header() {
        return header;
    }
}
