package training.powerbi.client.http;

import java.net.http.HttpRequest;
import java.util.function.Function;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.TokenProvider;
import training.powerbi.model.error.ErrorCode;

/// HTTP in the name of whoever is signed in.
public final class SignedInHttp {
    private final PortalHttp http;
    private final TokenProvider tokens;

    public SignedInHttp(PortalHttp http, TokenProvider tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    public PortalHttp http() {
        return http;
    }

    /// Sends with a token, and once more with a fresh one when the first is refused.
    ///
    /// @throws SignedOutException when the fresh one is refused too
    public Answer send(HttpRequest.Builder request) {
        return send(request, http::send);
    }

    /// The same, for requests that are not sent in the usual way.
    ///
    /// @param sending sends the complete request; called at most twice
    public Answer send(HttpRequest.Builder request, Function<HttpRequest, Answer> sending) {
        var token = tokens.accessToken();
        var answer = sending.apply(with(token, request));
        if (!isRefused(answer)) {
            return answer;
        }
        tokens.refused(token);
        var fresh = tokens.accessToken();
        var second = sending.apply(with(fresh, request));
        if (isRefused(second)) {
            tokens.refused(fresh);
            throw signedOut();
        }
        return second;
    }

    /// The same, for answers that must be a success.
    public Answer require(HttpRequest.Builder request) {
        return granted(send(request));
    }

    public Answer granted(Answer answer) {
        return http.granted(answer);
    }

    public static SignedOutException signedOut() {
        return new SignedOutException("Your session has ended. Sign in again; nothing you queued is lost.");
    }

    /// A wrong password is a 401 too, and no matter of the token.
    private static boolean isRefused(Answer answer) {
        return answer.status() == 401
                && Refusals.codeOf(answer).orElse(ErrorCode.UNAUTHENTICATED) == ErrorCode.UNAUTHENTICATED;
    }

    private static HttpRequest with(String token, HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }
}
