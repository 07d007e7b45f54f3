package training.powerbi.server.account.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Keeps a user whose password was printed away from REST until they have changed it.
public class PasswordChangeFilter extends OncePerRequestFilter {
    // GraphQL looks at fields, see PasswordChangeGate.
    private static final Set<String> OPEN = Set.of(
            "/graphql", "/api/v1/auth/me", "/api/v1/auth/password", "/api/v1/auth/logout", "/api/v1/auth/refresh");

    private final HandlerExceptionResolver errors;

    public PasswordChangeFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PasswordChangeGate.closed() && !OPEN.contains(request.getServletPath())) {
            errors.resolveException(request, response, null, PasswordChangeGate.refusal());
            return;
        }
        chain.doFilter(request, response);
    }
}
