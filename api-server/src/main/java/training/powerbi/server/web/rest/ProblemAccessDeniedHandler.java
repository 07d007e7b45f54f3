package training.powerbi.server.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.SecurityLog;

/// 403 for requests the filter chain itself refuses.
@Component
class ProblemAccessDeniedHandler implements AccessDeniedHandler {
    private final ProblemWriter problems;

    ProblemAccessDeniedHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
            throws IOException {
        if (request.getUserPrincipal() != null) {
            SecurityLog.refused(
                    request.getUserPrincipal().getName(), request.getMethod() + " " + request.getRequestURI());
        }
        problems.write(Failure.accessDenied(), request, response);
    }
}
