package training.powerbi.server.web.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.web.failure.Failure;

/// Answers requests so malformed that they never reach the application. Public because the container makes
/// its own instance by name.
public final class ProblemReportValve extends ErrorReportValve {
    private static final Log LOG = LogFactory.getLog(ProblemReportValve.class);
    private static final Failure DEFECT =
            new Failure(training.powerbi.model.error.ErrorCode.INTERNAL, "Something went wrong in the portal.");

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Failure known = HttpFailures.ofStatus(status);
        Problem problem = Problem.of(known == null ? DEFECT : known, "");
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream()
                    .write(JsonMapper.shared().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The client left before its error page", e);
        }
    }
}
