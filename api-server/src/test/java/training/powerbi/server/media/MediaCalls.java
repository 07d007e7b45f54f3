package training.powerbi.server.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.testing.TinyVideos;

/// A client that uploads and plays, as a browser or the desktop would.
public final class MediaCalls implements AutoCloseable {
    public static final String UPLOADS = "/api/v1/videos/uploads";
    private static final String BOUNDARY = "a-line-between-parts";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    public MediaCalls(URI address) {
        this.address = address;
    }

    /// A form as browsers send it, the file last.
    public HttpResponse<byte[]> form(@Nullable String token, Map<String, String> fields, String fileName, byte[] file) {
        return form(token, publisher(formBody(fields, fileName, "video/mp4", file)));
    }

    public HttpResponse<byte[]> form(
            @Nullable String token, Map<String, String> fields, String fileName, String type, byte[] file) {
        return form(token, publisher(formBody(fields, fileName, type, file)));
    }

    /// A form that may be sent again.
    public HttpResponse<byte[]> keyedForm(String token, String key, Map<String, String> fields, byte[] file) {
        return send(request("/api/v1/videos/upload", token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(publisher(formBody(fields, "session.mp4", "video/mp4", file))));
    }

    /// The same without announcing its length.
    public HttpResponse<byte[]> chunkedForm(String token, Map<String, String> fields, byte[] file) {
        var body = formBody(fields, "session.mp4", "video/mp4", file);
        return form(token, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private HttpResponse<byte[]> form(@Nullable String token, BodyPublisher body) {
        return send(request("/api/v1/videos/upload", token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
    }

    public static byte[] formBody(Map<String, String> fields, String fileName, String type, byte[] file) {
        var words = fields.entrySet().stream()
                .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                        + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        var head = words + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        return TinyVideos.join(
                head.getBytes(StandardCharsets.UTF_8), file, TinyVideos.ascii("\r\n--" + BOUNDARY + "--\r\n"));
    }

    public HttpResponse<byte[]> create(@Nullable String token, long length, Map<String, String> metadata) {
        var words = metadata.entrySet().stream()
                .map(word -> word.getKey()
                        + ' '
                        + Base64.getEncoder().encodeToString(word.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
        return send(tus(UPLOADS, token)
                .header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", words)
                .POST(BodyPublishers.noBody()));
    }

    /// Creates an upload that must be admitted.
    ///
    /// @return its path
    public String created(String token, long length, Map<String, String> metadata) {
        var answer = create(token, length, metadata);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + text(answer));
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    public HttpResponse<byte[]> patch(String token, String path, long offset, byte[] bytes, String... headers) {
        return patch(token, path, offset, publisher(bytes), headers);
    }

    public HttpResponse<byte[]> patch(String token, String path, long offset, BodyPublisher body, String... headers) {
        var request = tus(path, token)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.method("PATCH", body));
    }

    public HttpResponse<byte[]> head(String token, String path) {
        return send(tus(path, token).method("HEAD", BodyPublishers.noBody()));
    }

    public long offset(String token, String path) {
        return head(token, path).headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    public HttpResponse<byte[]> delete(String token, String path) {
        return send(tus(path, token).DELETE());
    }

    /// Asks the portal.
    ///
    /// @param headers names and values, in turn
    public HttpResponse<byte[]> get(String path, @Nullable String token, String... headers) {
        return call("GET", path, token, headers);
    }

    public HttpResponse<byte[]> call(String method, String path, @Nullable String token, String... headers) {
        var request = request(path, token).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder tus(String path, @Nullable String token) {
        return request(path, token).header("Tus-Resumable", "1.0.0");
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher publisher(byte[] bytes) {
        return bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    /// The status, and the code of a failure.
    public static String outcome(HttpResponse<byte[]> answer) {
        return answer.statusCode() >= 400 && answer.body().length > 0
                ? answer.statusCode() + " " + json(answer).path("code").asString()
                : Integer.toString(answer.statusCode());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
