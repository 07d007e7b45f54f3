package training.powerbi.server.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/// Tells a person who opens an address in a browser from a program that asks for it.
final class BrowserVisit {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private BrowserVisit() {}

    /// Browsers name HTML when they open a page; programs take anything or name what they read. What lies below `/api`
    /// is for programs alone.
    static boolean is(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return mayBe(request) && accepted != null && accepted.contains("text/html");
    }

    /// Whether a browser would be answered differently here than a program.
    static boolean mayBe(HttpServletRequest request) {
        String path = request.getRequestURI();
        return READING.contains(request.getMethod()) && !path.startsWith("/api/") && !path.equals("/graphql");
    }
}
