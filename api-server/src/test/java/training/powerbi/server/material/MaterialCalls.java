package training.powerbi.server.material;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.testing.GraphQlSocket;

/// Files to and from a portal, as any HTTP client sends and gets them.
public final class MaterialCalls implements AutoCloseable {
    private static final String BOUNDARY = "----part-of-a-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final PortalHttp portal;

    public MaterialCalls(PortalHttp portal) {
        this.portal = portal;
    }

    public HttpResponse<String> upload(
            @Nullable String token, String path, String fileName, byte[] content, @Nullable String title) {
        return upload(token, path, fileName, content, title, Map.of());
    }

    HttpResponse<String> upload(
            @Nullable String token,
            String path,
            String fileName,
            byte[] content,
            @Nullable String title,
            Map<String, String> headers) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        if (title != null) {
            body.writeBytes(
                    text("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n" + title));
        }
        body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
        return send("POST", path, token, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), headers);
    }

    public HttpResponse<String> get(String address) {
        return send("GET", address, null, null, new byte[0], Map.of());
    }

    public HttpResponse<String> send(
            String method,
            String path,
            @Nullable String token,
            @Nullable String type,
            byte[] body,
            Map<String, String> headers) {
        var request = HttpRequest.newBuilder(portal.address().resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The value of a field of a day for whoever has the token.
    public JsonNode day(String token, int day, String field) {
        return portal.data(token, "{ trainingDay(dayNumber: " + day + ") { " + field + " } }")
                .path("trainingDay");
    }

    public String slides(String token, int day) {
        return day(token, day, "presentationUrl").path("presentationUrl").asString();
    }

    public void setUnlocked(String admin, int day, boolean unlocked) {
        portal.data(admin, "mutation { " + (unlocked ? "un" : "") + "lockDay(dayNumber: " + day + ") { dayNumber } }");
    }

    /// Subscribes, and returns when the portal has taken notice.
    public static void follow(GraphQlSocket socket, String document) {
        socket.subscribe("events", document);
        socket.subscribe("fence", "{ me { userId } }");
        awaitFrame(socket, "\"id\":\"fence\"");
    }

    /// The next frame with this text in it; those before, of changes made earlier, are skipped.
    public static JsonNode awaitFrame(GraphQlSocket socket, String text) {
        var frame = socket.next();
        while (!frame.toString().contains(text)) {
            frame = socket.next();
        }
        return frame;
    }

    static String beside(String address, String relative) {
        return URI.create(address).resolve(relative).toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
