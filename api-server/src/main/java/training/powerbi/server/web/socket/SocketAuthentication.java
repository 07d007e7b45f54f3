package training.powerbi.server.web.socket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.graphql.error.Responses;
import training.powerbi.server.web.http.TokenCheck;

/// Signs a socket in with the token of its `connection_init`, without which the framework closes it with 4401. Each
/// operation, and each event of a running one, asks anew whom that token brings: nobody keeps a right by keeping a
/// socket open.
@Component
@Order(0)
class SocketAuthentication implements WebSocketGraphQlInterceptor {
    private static final String AUTHORIZATION = "Authorization";
    private static final Failure UNCHECKED = new Failure(
            ErrorCode.STORAGE_UNAVAILABLE, "The portal cannot check the sign-in right now; try again in a moment.");

    private final TokenCheck tokens;
    private final LiveConnections connections;

    SocketAuthentication(TokenCheck tokens, LiveConnections connections) {
        this.tokens = tokens;
        this.connections = connections;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo info, Map<String, Object> payload) {
        SocketSession session = SocketSession.of(info.getAttributes());
        return Mono.fromRunnable(() -> signIn(session, authorization(payload)));
    }

    private void signIn(SocketSession session, @Nullable Object authorization) throws AuthenticationException {
        String token = tokens.bearer(authorization);
        Authentication authentication = tokens.authenticate(token);
        LiveConnection live = new LiveConnection(
                token, authentication, tokens.expiry(token), reason -> session.end(SocketHandler.status(reason)));
        if (!connections.add(live)) {
            session.end(SocketSession.TOO_MANY);
            return;
        }
        session.signIn(live);
        if (!session.isOpen()) {
            giveBack(session);
        }
    }

    @Override
    public void handleConnectionClosed(WebSocketSessionInfo info, int statusCode, Map<String, Object> payload) {
        giveBack(SocketSession.of(info.getAttributes()));
    }

    private void giveBack(SocketSession session) {
        LiveConnection live = session.signOut();
        if (live != null) {
            connections.remove(live);
        }
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest overSocket)) {
            return chain.next(request);
        }
        SocketSession session = SocketSession.of(overSocket.getSessionInfo().getAttributes());
        LiveConnection live = session.connection();
        if (live == null) {
            return Mono.just(Responses.failed(request, Failure.unauthenticated()));
        }
        Authentication authentication;
        try {
            authentication = tokens.authenticate(live.token());
        } catch (AuthenticationServiceException nobodyCanTell) {
            return Mono.just(Responses.failed(request, UNCHECKED));
        } catch (AuthenticationException over) {
            session.end(SocketSession.TOKEN_ENDED);
            return Mono.just(Responses.failed(request, Failure.unauthenticated()));
        }
        SecurityContext caller = new SecurityContextImpl(authentication);
        Mono<WebGraphQlResponse> execution = chain.next(request)
                .map(response -> whileAllowed(response, session, live.token(), authentication))
                .contextWrite(Context.of(SecurityContext.class.getName(), caller));
        // Not Mono.from: it cancels what it took its value from, and with it the stream in the value.
        return Mono.fromDirect(subscriber -> as(caller, () -> execution.subscribe(subscriber)));
    }

    private WebGraphQlResponse whileAllowed(
            WebGraphQlResponse response, SocketSession session, String token, Authentication caller) {
        if (!(response.getData() instanceof Publisher<?> events)) {
            return response;
        }
        Flux<?> allowed = Flux.from(events).takeWhile(_ -> {
            boolean still = tokens.brings(token, caller);
            if (!still) {
                session.end(SocketSession.TOKEN_ENDED);
            }
            return still;
        });
        return response.transform(builder -> builder.data(allowed));
    }

    /// Method security looks at the thread. The framework restores the caller there for plain fields, but not for
    /// streams whose arguments, such as the principal, it resolves asynchronously.
    private static void as(SecurityContext caller, Runnable execution) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(caller);
        try {
            execution.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static @Nullable Object authorization(Map<String, Object> payload) {
        for (Map.Entry<String, Object> entry : payload.entrySet()) {
            if (AUTHORIZATION.equalsIgnoreCase(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }
}
