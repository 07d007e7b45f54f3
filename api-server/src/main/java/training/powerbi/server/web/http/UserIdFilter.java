package training.powerbi.server.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Names the signed-in user in the log lines of the request. Runs behind the security chain.
@Component
@Order(FilterOrder.BEHIND_SECURITY)
class UserIdFilter extends OncePerRequestFilter {
    private static final String MDC_KEY = "userId";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal user = request.getUserPrincipal();
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable(MDC_KEY, user.getName())) {
            chain.doFilter(request, response);
        }
    }
}
