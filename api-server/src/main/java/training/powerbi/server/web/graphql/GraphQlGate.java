package training.powerbi.server.web.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.http.BoundedBody;
import training.powerbi.server.web.http.FilterOrder;
import training.powerbi.server.web.http.TokenCheck;
import training.powerbi.server.web.rest.ProblemWriter;

/// Lets through to `/graphql` only what the engine should see: a socket's handshake, or a POST with one
/// well-formed request of limited size from someone who may ask. Runs behind the security chain, which has
/// refused bad tokens already.
@Component
@Order(FilterOrder.BODIES)
class GraphQlGate extends OncePerRequestFilter {
    static final String PATH = "/graphql";
    private static final String JSON = "application/json";

    private final ProblemWriter problems;
    private final TokenCheck tokens;

    GraphQlGate(ProblemWriter problems, TokenCheck tokens) {
        this.problems = problems;
        this.tokens = tokens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATH.equals(request.getServletPath()) || isHandshake(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest admitted;
        try {
            admitted = admit(request, response);
        } catch (PortalException | AuthenticationException refused) {
            problems.write(Failure.of(refused, true, RequestId.current()), request, response);
            return;
        }
        chain.doFilter(admitted, response);
    }

    private HttpServletRequest admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"POST".equals(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            throw new PortalException(ErrorCode.METHOD_NOT_ALLOWED, "Send GraphQL requests by POST.");
        }
        if (!JSON.equals(mediaType(request.getContentType()))) {
            throw new PortalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send GraphQL requests as application/json.");
        }
        String answerType = AnswerType.of(request.getHeader(HttpHeaders.ACCEPT));
        BoundedBody body = BoundedBody.read(request);
        tokens.renew();
        String query = GraphQlRequestBody.query(body.bytes());
        boolean executes = !query.equals(PersistedQueries.NO_DOCUMENT);
        if (executes && request.getUserPrincipal() == null && !AnonymousOperations.allow(query)) {
            throw new PortalException(
                    ErrorCode.UNAUTHENTICATED, "Sign in first: without an access token only courseOutline answers.");
        }
        return new AdmittedRequest(body, answerType);
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    private static @Nullable String mediaType(@Nullable String contentType) {
        return contentType == null
                ? null
                : contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    }
}
