package training.powerbi.server.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.rest.ProblemWriter;

/// Holds JSON bodies of REST calls to [BoundedBody#LIMIT]. Uploads have their own limits.
@Component
@Order(FilterOrder.BODIES)
class JsonBodyLimitFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;
    private final TokenCheck tokens;

    JsonBodyLimitFilter(ProblemWriter problems, TokenCheck tokens) {
        this.problems = problems;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BoundedBody bounded;
        try {
            bounded = BoundedBody.read(request);
            tokens.renew();
        } catch (PortalException | AuthenticationException refused) {
            problems.write(Failure.of(refused, true, RequestId.current()), request, response);
            return;
        }
        chain.doFilter(bounded, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || !isJson(request.getContentType());
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().endsWith("json");
    }
}
