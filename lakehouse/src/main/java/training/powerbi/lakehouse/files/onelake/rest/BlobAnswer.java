package training.powerbi.lakehouse.files.onelake.rest;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What came of a request, once it is worth no further try.
///
/// @param doubtful whether an earlier try of the same request may have been carried out
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record BlobAnswer(int status, HttpHeaders headers, byte[] body, boolean doubtful) {
    private static final int SERVER_ERROR = 500;
    private static final List<String> PLACES =
            List.of("Container", "Filesystem", "Workspace", "Artifact", "Lakehouse", "Account", "Capacity");

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// The service's own word for what is wrong; empty when it gave none.
    public String error() {
        return header("x-ms-error-code");
    }

    /// Whether the request may succeed a little later. OneLake says 430 where a capacity is used up.
    boolean isPassing() {
        return status == 408 || status == 429 || status == 430 || status >= SERVER_ERROR;
    }

    /// Whether the token is not taken, as one that ran out on its way. A role that is missing is another 403.
    boolean isUnauthenticated() {
        return status == 401 || (status == 403 && error().equals("AuthenticationFailed"));
    }

    /// Whether the request may have been carried out all the same.
    boolean mayBeDone() {
        return status == 408 || status >= SERVER_ERROR;
    }

    /// Whether a blob that must not be there is there. Not every 409 says so.
    public boolean isTaken() {
        return status == 412 || (status == 409 && error().equals("BlobAlreadyExists"));
    }

    /// Whether there is no such blob. A 404 that means the place as a whole says nothing of a blob.
    public boolean isMissing() {
        return status == 404 && PLACES.stream().noneMatch(error()::contains);
    }

    public Instant modified() {
        return time("last-modified");
    }

    /// When it was given, by the service's own clock; the epoch when it does not say.
    public Instant answeredAt() {
        return time("date");
    }

    private Instant time(String header) {
        return HttpTime.parse(header(header));
    }

    /// How long the service asks to be left alone.
    Duration retryAfter() {
        try {
            var millis = header("retry-after-ms");
            var seconds = header("retry-after");
            return !millis.isEmpty()
                    ? Duration.ofMillis(Long.parseLong(millis))
                    : seconds.isEmpty() ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException e) {
            // A date: our own pace will do.
            return Duration.ZERO;
        }
    }

    BlobAnswer afterDoubt(boolean doubt) {
        return new BlobAnswer(status, headers, body, doubt);
    }
}
