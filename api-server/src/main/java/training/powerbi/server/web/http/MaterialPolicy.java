package training.powerbi.server.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.server.web.config.AllowedOrigins;

/// What slides may do that a trainer uploaded. Their scripts run in a sandbox without the portal's origin: they see no
/// storage and no page of the portal, and can load nothing but what lies beside them. The site may frame them, and so
/// may the origins that may call the portal.
@Component
class MaterialPolicy {
    private static final String PATH = "/api/v1/materials/";
    /// Pages that slides link to open as they would anywhere.
    private static final String SANDBOX =
            "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads; default-src 'none';"
                    + " script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:;"
                    + " connect-src 'self'; worker-src blob:";
    /// Browsers show no PDF in a sandbox; their viewer keeps scripts in it apart by itself.
    private static final String PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";
    private static final String COMMON = "; base-uri 'none'; form-action 'none'; frame-ancestors ";

    private final String ancestors;

    MaterialPolicy(AllowedOrigins allowed) {
        this.ancestors = Stream.concat(
                        Stream.of("'self'"), allowed.origins().stream().sorted())
                .collect(Collectors.joining(" "));
    }

    static boolean covers(String path) {
        return path.startsWith(PATH);
    }

    /// No X-Frame-Options, which knows no list of origins, and no opener policy, with which browsers open no sandboxed
    /// page. The address holds a ticket, so it is told to nobody.
    void write(String path, HttpServletResponse response) {
        boolean pdf = path.toLowerCase(Locale.ROOT).endsWith(".pdf");
        response.setHeader("Content-Security-Policy", (pdf ? PDF : SANDBOX) + COMMON + ancestors);
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
