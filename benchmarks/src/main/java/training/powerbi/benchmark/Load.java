package training.powerbi.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Sends one request over and over on 64 connections that stay open.
record Load(int port, String request) {
    private static final int CONNECTIONS = 64;

    static Load get(int port, String path) {
        return new Load(port, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    static Load post(int port, String token, String body) {
        return new Load(
                port,
                "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    /// The length of one answer's body.
    int once() throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return answer(new BufferedInputStream(socket.getInputStream()));
        }
    }

    /// Answers per second over the time given.
    double during(Duration time) {
        var answers = new LongAdder();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                threads.execute(() -> exchange(answers, end));
            }
        }
        return answers.sum() / (time.toNanos() / 1e9);
    }

    private void exchange(LongAdder answers, long end) {
        try (var socket = connect()) {
            var bytes = request.getBytes(StandardCharsets.UTF_8);
            var in = new BufferedInputStream(socket.getInputStream(), 16_384);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(bytes);
                answer(in);
                answers.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static int answer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("expected an answer with status 200 but got " + status);
        }
        int length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        return length >= 0 ? skip(in, length) : chunks(in);
    }

    private static int chunks(InputStream in) throws IOException {
        int total = 0;
        int size;
        do {
            size = Integer.parseInt(line(in), 16);
            total += skip(in, size);
            line(in);
        } while (size > 0);
        return total;
    }

    private static int skip(InputStream in, int length) throws IOException {
        in.skipNBytes(length);
        return length;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
