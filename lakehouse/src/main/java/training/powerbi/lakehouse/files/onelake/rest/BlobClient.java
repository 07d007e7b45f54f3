package training.powerbi.lakehouse.files.onelake.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.OutcomeUnknownException;
import training.powerbi.lakehouse.files.RequestMark;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.files.onelake.identity.NoTokenException;

/// The Blob interface of one container: the few requests a store needs. Safe for use by many threads.
///
/// Every request is repeated while its failure may pass. It must therefore be one that may be carried out twice, or
/// say so by a condition; [#putIfAbsent] shows how the second kind is told from a conflict.
public final class BlobClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BlobClient.class);
    private static final String VERSION = "2023-11-03";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final AccessTokens tokens;
    private final URI container;
    private final Patience patience;
    private final Clock clock;
    private final RequestCounts counts = new RequestCounts();

    /// @param container its address, without `/` at the end
    public BlobClient(HttpClient http, AccessTokens tokens, URI container, Patience patience, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.container = container;
        this.patience = patience;
        this.clock = clock;
    }

    /// Without HTTP/2, in which one lost packet holds up every request of the connection. Whom to trust and by which
    /// proxy to go, Java's own settings say.
    public static HttpClient.Builder http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    }

    public RequestCounts counts() {
        return counts;
    }

    /// Sends the request until it is answered.
    ///
    /// @throws NoAnswerException when no try was answered in time
    /// @throws NoTokenException when there is none to be had, for good
    public BlobAnswer send(BlobRequest request) throws IOException {
        return send(request, patience);
    }

    /// Sends the request once, when its failure does no harm.
    public BlobAnswer sendOnce(BlobRequest request) throws IOException {
        return send(request, new Patience(patience.perTry(), Duration.ZERO));
    }

    private BlobAnswer send(BlobRequest request, Patience limits) throws IOException {
        var end = System.nanoTime() + limits.whole().toNanos();
        var doubtful = false;
        var renewed = false;
        for (var attempt = 0; ; attempt++) {
            var least = Duration.ZERO;
            IOException failure;
            try {
                var token = tokens.token();
                var answer = once(request, token, limits);
                if (answer.isUnauthenticated() && !renewed) {
                    renewed = true;
                    tokens.refused(token);
                    continue;
                }
                if (!answer.isPassing()) {
                    return answer.afterDoubt(doubtful);
                }
                doubtful |= answer.mayBeDone();
                least = answer.retryAfter();
                failure = new RefusedException(request, answer);
            } catch (NoTokenException e) {
                if (e.isForGood() && !doubtful) {
                    throw e;
                }
                failure = e;
            } catch (ConnectException e) {
                // Nothing was sent.
                failure = e;
            } catch (IOException e) {
                doubtful = true;
                failure = e;
            }
            LOG.debug("{}, try {}: {}", request, attempt + 1, failure.toString());
            var pause = Patience.pause(attempt, least);
            if (System.nanoTime() + pause.toNanos() > end) {
                throw new NoAnswerException(request, doubtful, failure);
            }
            pause(pause, request, doubtful);
            counts.addRepeat();
        }
    }

    private BlobAnswer once(BlobRequest request, String token, Patience limits) throws IOException {
        counts.add(request.kind());
        var built = HttpRequest.newBuilder(URI.create(container + request.target()))
                .timeout(limits.forTry(request.body().length))
                .header("x-ms-version", VERSION)
                .header(
                        "x-ms-date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atZone(ZoneOffset.UTC)))
                .header("x-ms-client-request-id", mark())
                .header("Authorization", "Bearer " + token);
        request.headers().forEach(built::header);
        // A PUT without a body must still say that it has none.
        var body = request.body().length == 0 && !request.method().equals("PUT")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.body());
        try {
            var answer = http.send(built.method(request.method(), body).build(), BodyHandlers.ofByteArray());
            return new BlobAnswer(answer.statusCode(), answer.headers(), answer.body(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(request, true, e);
        }
    }

    /// Another one for each try; what the portal's own log calls the request stands first.
    private static String mark() {
        var own = UUID.randomUUID().toString();
        return RequestMark.known().map(mark -> mark + "/" + own).orElse(own);
    }

    private static void pause(Duration pause, BlobRequest request, boolean doubtful) throws IOException {
        var end = System.nanoTime() + pause.toNanos();
        for (var left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new NoAnswerException(request, doubtful, new InterruptedException("while waiting to try again"));
            }
        }
    }

    /// Writes the blob if there is none of its name, and returns when these bytes are there.
    ///
    /// An answer may be lost after the blob was written, and then the next try meets our own blob: it is a
    /// conflict only when other bytes are there. No two callers may therefore write the same bytes; a random
    /// number in them will do.
    ///
    /// @return the blob's etag
    /// @throws FileAlreadyExistsException when other bytes are there; ours never will be
    /// @throws OutcomeUnknownException when ours may be there, or may yet come
    public String putIfAbsent(String path, byte[] content) throws IOException {
        var request = BlobRequest.put(path, content).ifAbsent();
        BlobAnswer answer;
        try {
            answer = send(request);
        } catch (NoAnswerException e) {
            throw e.isDoubtful() ? unknown(path, content, e) : e;
        }
        if (answer.status() == 201) {
            return answer.header("etag");
        }
        if (answer.isTaken()) {
            var winner = winner(path, content);
            if (Arrays.equals(winner.body(), content)) {
                LOG.debug("{} was ours", path);
                return winner.header("etag");
            }
            throw new FileAlreadyExistsException(path);
        }
        var refused = new RefusedException(request, answer);
        throw answer.doubtful() ? unknown(path, content, refused) : refused;
    }

    private BlobAnswer winner(String path, byte[] content) throws IOException {
        var request = BlobRequest.get(path);
        try {
            var there = send(request);
            if (there.status() == 200) {
                return there;
            }
            throw new RefusedException(request, there);
        } catch (IOException e) {
            // Taken, but by whom?
            throw unknown(path, content, e);
        }
    }

    private OutcomeUnknownException unknown(String path, byte[] content, IOException cause) {
        return new OutcomeUnknownException(
                "It is not known whether " + path + " was written", cause, () -> putIfAbsent(path, content));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
