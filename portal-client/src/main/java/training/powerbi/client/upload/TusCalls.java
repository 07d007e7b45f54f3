package training.powerbi.client.upload;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.http.Answer;
import training.powerbi.client.http.Refusals;
import training.powerbi.client.http.SignedInHttp;
import training.powerbi.client.http.Unreachable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The requests of tus 1.0.
final class TusCalls {
    private static final String UPLOADS = "/api/v1/videos/uploads";
    private static final String VERSION = "1.0.0";

    private final SignedInHttp http;
    private final LongRequests bodies;

    TusCalls(SignedInHttp http, LongRequests bodies) {
        this.http = http;
        this.bodies = bodies;
    }

    /// How far an upload is.
    ///
    /// @param recordingId of what it has become; null before
    /// @param doubtful codecs of the recording that some devices do not play
    record Position(long offset, @Nullable String recordingId, List<String> doubtful) {}

    /// Whether an address kept from an earlier start is this portal's: no other gets the token.
    boolean isOurs(@Nullable URI location) {
        var portal = http.http().portal();
        return location != null
                && portal.getScheme().equals(location.getScheme())
                && portal.getAuthority().equals(location.getAuthority());
    }

    /// Announces an upload; the answer is where its bytes go.
    URI create(RecordingUploader.Upload upload, SourceFile file) {
        var answer = http.require(tus(http.http().request(UPLOADS))
                .header("Upload-Length", Long.toString(upload.sizeBytes()))
                .header("Upload-Metadata", metadata(upload, file))
                .POST(BodyPublishers.noBody()));
        var location = answer.headers().firstValue("Location").orElseThrow(this::notTus);
        var target = http.http().portal().resolve(location);
        if (!isOurs(target)) {
            throw notTus();
        }
        return target;
    }

    /// Empty when the portal has no such upload any more.
    Optional<Position> look(URI location) {
        var answer = http.send(tus(http.http().request(location)).HEAD());
        return switch (answer.status()) {
            case 404, 410 -> Optional.empty();
            default -> Optional.of(position(granted(answer)));
        };
    }

    /// Sends a part of the file.
    ///
    /// @param sent is told how much of the part has left
    Position append(URI location, FileChannel file, long offset, long length, LongConsumer sent) {
        var stream = BodyPublishers.ofInputStream(() -> new PieceStream(file, offset, length));
        var body = new CountedBody(BodyPublishers.fromPublisher(stream, length), sent);
        return append(offset, body, bodies.request(location));
    }

    /// Sends bytes that the portal takes only as they are here.
    Position appendChecked(URI location, long offset, byte[] bytes) {
        var body = new CountedBody(BodyPublishers.ofByteArray(bytes), _ -> {});
        return append(offset, body, bodies.request(location).header("Upload-Checksum", "sha256 " + sha256(bytes)));
    }

    private Position append(long offset, CountedBody body, HttpRequest.Builder request) {
        var patch = tus(request)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", body);
        return position(http.granted(http.send(patch, bodies.sending(body))));
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void remove(URI location) {
        var answer = http.send(tus(http.http().request(location)).DELETE());
        if (answer.status() != 404 && answer.status() != 410) {
            http.granted(answer);
        }
    }

    private static HttpRequest.Builder tus(HttpRequest.Builder request) {
        return request.header("Tus-Resumable", VERSION);
    }

    private static String metadata(RecordingUploader.Upload upload, SourceFile file) {
        var words = new LinkedHashMap<String, String>();
        words.put("dayNumber", Integer.toString(upload.dayNumber()));
        words.put("title", upload.title());
        words.put("filename", file.name());
        words.put("filetype", file.mediaType());
        var duration = upload.duration();
        if (duration != null && !duration.isBlank()) {
            words.put("duration", duration);
        }
        if (upload.cohortId() != null) {
            words.put("cohortId", upload.cohortId());
        }
        return words.entrySet().stream()
                .map(word -> word.getKey() + ' ' + base64(word.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String base64(String word) {
        return Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    }

    private Position position(Answer answer) {
        long offset = answer.headers().firstValueAsLong("Upload-Offset").orElseThrow(this::notTus);
        var recording = answer.headers()
                .firstValue("Content-Location")
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse(null);
        var doubtful = answer.headers()
                .firstValue("Upload-Warnings")
                .map(codecs -> List.of(codecs.split(" *, *", -1)))
                .orElseGet(List::of);
        return new Position(offset, recording, doubtful);
    }

    private UnreachableException notTus() {
        return Unreachable.notAPortal(http.http().portal(), null);
    }

    /// Answers to HEAD have no body that could tell the code.
    private Answer granted(Answer answer) {
        if (answer.isSuccess()) {
            return answer;
        }
        throw switch (answer.status()) {
            case 400, 415 ->
                new PortalException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The portal cannot keep this file as a video. Export it as MP4 or WebM and upload that.");
            case 403 -> new PortalException(ErrorCode.ACCESS_DENIED, "Your account may not upload recordings.");
            case 409 ->
                new PortalException(ErrorCode.CONFLICTING_UPDATE, "The portal is still busy with what was sent.");
            case 429 -> new PortalException(ErrorCode.TOO_MANY_REQUESTS, "The portal asks for a pause.");
            case 500 ->
                new PortalException(
                        ErrorCode.INTERNAL, "Something went wrong in the portal. Try again, or tell its operator.");
            case 503 ->
                new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The portal's store does not answer at the moment.");
            default -> Refusals.of(http.http().portal(), answer);
        };
    }
}
