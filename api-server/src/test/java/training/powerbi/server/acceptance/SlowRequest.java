package training.powerbi.server.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A POST whose head the portal has read and whose body is still to come.
public final class SlowRequest implements AutoCloseable {
    private static final String ASK = "Connection: close\r\nExpect: 100-continue\r\n";

    private final Socket socket;

    private SlowRequest(Socket socket) {
        this.socket = socket;
    }

    /// Returns once the portal waits for the body, as it says itself.
    public static SlowRequest to(URI portal, String path, String token, String type, int length) throws IOException {
        return waiting(begun(portal, path, token, type, length, ASK));
    }

    private static SlowRequest waiting(SlowRequest request) throws IOException {
        var go = "HTTP/1.1 100 \r\n\r\n";
        var answer = new String(request.socket.getInputStream().readNBytes(go.length()), StandardCharsets.US_ASCII);
        if (!answer.startsWith("HTTP/1.1 100")) {
            throw new AssertionError("expected 100, got " + answer);
        }
        return request;
    }

    /// The last piece of a resumable upload.
    public static SlowRequest piece(URI portal, String path, String token, int length) throws IOException {
        return waiting(begun(
                portal,
                path,
                token,
                "application/offset+octet-stream",
                length,
                "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nX-HTTP-Method-Override: PATCH\r\n" + ASK));
    }

    /// Does not wait for anything.
    public static SlowRequest unasked(URI portal, String path, String token, String type, int length)
            throws IOException {
        return begun(portal, path, token, type, length, "");
    }

    /// Nothing sent yet.
    public static SlowRequest unsent(URI portal) throws IOException {
        return new SlowRequest(new Socket(portal.getHost(), portal.getPort()));
    }

    /// What came first, to the end of a head.
    public String head() throws IOException {
        var head = new StringBuilder();
        for (int next = 0; next >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
            next = socket.getInputStream().read();
            head.append((char) next);
        }
        return head.toString();
    }

    private static SlowRequest begun(URI portal, String path, String token, String type, int length, String more)
            throws IOException {
        var request = new SlowRequest(new Socket(portal.getHost(), portal.getPort()));
        request.send("POST " + path + " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n" + more + "\r\n");
        return request;
    }

    public void send(String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// Sends the rest of the body; the answer to its end.
    public String finish(String rest) throws IOException {
        send(rest);
        return answer();
    }

    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// What came until the portal ended the connection, in whatever way.
    public String answered() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException ended) {
            // What came before counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
