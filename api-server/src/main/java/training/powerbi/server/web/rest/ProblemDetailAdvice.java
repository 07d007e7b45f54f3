package training.powerbi.server.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.failure.SecurityLog;
import training.powerbi.server.web.site.NotFoundPage;

/// The one place where a failed REST request is answered and logged.
@ControllerAdvice
class ProblemDetailAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemDetailAdvice.class);

    private final ProblemWriter problems;
    private final NotFoundPage notFound;

    ProblemDetailAdvice(ProblemWriter problems, NotFoundPage notFound) {
        this.problems = problems;
        this.notFound = notFound;
    }

    @ExceptionHandler
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            LOG.debug("The client left before the answer", thrown);
            return;
        }
        if (thrown instanceof NoResourceFoundException && notFound.answers(request, response)) {
            return;
        }
        if (thrown instanceof ErrorResponse framework) {
            copy(framework.getHeaders(), response);
        }
        Failure failure = failure(thrown, request.getUserPrincipal());
        log(failure, thrown, request);
        problems.write(failure, request, response);
    }

    private static Failure failure(Throwable thrown, @Nullable Principal caller) {
        Failure framework = HttpFailures.of(thrown);
        return framework != null ? framework : Failure.of(thrown, caller != null, RequestId.current());
    }

    private static void copy(HttpHeaders headers, HttpServletResponse response) {
        headers.forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
    }

    private static void log(Failure failure, Throwable thrown, HttpServletRequest request) {
        if (failure.code() == ErrorCode.INTERNAL) {
            LOG.error("{}: {}", request.getMethod(), failure.sentence(), thrown);
            return;
        }
        if (failure.code() == ErrorCode.ACCESS_DENIED && request.getUserPrincipal() != null) {
            SecurityLog.refused(
                    request.getUserPrincipal().getName(), request.getMethod() + " " + request.getRequestURI());
        }
        LOG.info("{} {}: {}", request.getMethod(), failure.code(), failure.sentence());
    }
}
