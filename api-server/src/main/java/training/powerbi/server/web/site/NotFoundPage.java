package training.powerbi.server.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// What a person sees at an address where there is nothing.
@Component
public class NotFoundPage {
    private final byte[] page;

    NotFoundPage(SiteFiles files) throws IOException {
        this.page = files.page("not-found.html").getContentAsByteArray();
    }

    /// Answers with the page when a browser asks for one; false for everyone else. Where both may ask, caches are told
    /// that
    /// the answer depends on it.
    public boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return false;
        }
        if (BrowserVisit.mayBe(request)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        if (!BrowserVisit.is(request)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
        return true;
    }
}
