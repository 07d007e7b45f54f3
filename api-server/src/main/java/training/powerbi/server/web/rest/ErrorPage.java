package training.powerbi.server.web.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;

/// Answers what failed outside the controllers: in filters, in the container, in functional routes.
@Controller
class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final ProblemWriter problems;

    ErrorPage(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Failure failure = failure(request);
        problems.write(failure, path == null ? request.getRequestURI() : path.toString(), response);
    }

    private static Failure failure(HttpServletRequest request) {
        Throwable thrown = cause(request);
        if (thrown == null) {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            Failure known = HttpFailures.ofStatus(status instanceof Integer number ? number : 404);
            return known != null ? known : logged(null);
        }
        Failure framework = HttpFailures.of(thrown);
        if (framework != null) {
            return framework;
        }
        Failure failure = Failure.of(thrown, request.getUserPrincipal() != null, RequestId.current());
        return failure.code() == ErrorCode.INTERNAL ? logged(thrown) : failure;
    }

    private static Failure logged(@Nullable Throwable thrown) {
        Failure failure = Failure.internal(RequestId.current());
        LOG.error(failure.sentence(), thrown);
        return failure;
    }

    private static @Nullable Throwable cause(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            boolean wrapped = thrown instanceof jakarta.servlet.ServletException && thrown.getCause() != null;
            return wrapped && HttpFailures.of(thrown) == null ? thrown.getCause() : thrown;
        }
        return null;
    }
}
