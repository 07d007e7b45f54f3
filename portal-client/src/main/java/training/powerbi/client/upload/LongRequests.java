package training.powerbi.client.upload;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.http.Answer;
import training.powerbi.client.http.PortalHttp;
import training.powerbi.client.http.Unreachable;

/// Requests whose bodies are files. They may take hours as long as bytes move; one that stands still is given up.
final class LongRequests {
    private static final Duration STANDSTILL = Duration.ofSeconds(30);
    /// What arrived is checked, and archives are unpacked, before the portal answers.
    private static final Duration AFTER_THE_LAST_BYTE = Duration.ofMinutes(3);

    private final PortalHttp http;

    LongRequests(PortalHttp http) {
        this.http = http;
    }

    /// A request without the usual time limit.
    HttpRequest.Builder request(String path) {
        return request(http.portal().resolve(path));
    }

    HttpRequest.Builder request(URI address) {
        return PortalHttp.named(address);
    }

    /// For [training.powerbi.client.http.SignedInHttp]: sends requests that carry the body.
    Function<HttpRequest, Answer> sending(CountedBody body) {
        return request -> send(request, body);
    }

    private Answer send(HttpRequest request, CountedBody body) {
        if (Thread.currentThread().isInterrupted()) {
            throw PortalHttp.cancelled(new InterruptedException("Given up before the first byte"));
        }
        var coming = http.client().sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            while (true) {
                try {
                    var response = coming.get(1, TimeUnit.SECONDS);
                    return new Answer(response.statusCode(), response.headers(), response.body());
                } catch (TimeoutException _) {
                    requireMovement(body);
                }
            }
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            throw Unreachable.because(http.portal(), cause == null ? failed : cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw PortalHttp.cancelled(interrupted);
        } finally {
            coming.cancel(true);
        }
    }

    private static void requireMovement(CountedBody body) {
        var limit = body.isWhole() ? AFTER_THE_LAST_BYTE : STANDSTILL;
        if (body.idle().compareTo(limit) > 0) {
            throw new UnreachableException(
                    UnreachableException.Reason.NO_ANSWER,
                    "The upload stands still. Check the network connection and try again.");
        }
    }
}
