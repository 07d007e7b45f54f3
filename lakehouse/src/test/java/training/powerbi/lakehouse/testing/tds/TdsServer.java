package training.powerbi.lakehouse.testing.tds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import training.powerbi.lakehouse.testing.fabric.TestTls;

/// Listens on this machine as a SQL endpoint would: TLS inside TDS or before it, whichever the driver begins with; in
/// by
/// a token; questions without parameters.
public final class TdsServer implements AutoCloseable {
    /// Where a question's text begins, after the headers that every one has.
    private static final int TEXT = 22;

    private final ServerSocket server;
    private final SSLContext tls;
    private final Function<String, Optional<TdsAnswer.Failure>> logins;
    private final Function<String, TdsAnswer> answers;
    private final List<String> log = new CopyOnWriteArrayList<>();

    /// @param logins refuses a token, or lets it in
    /// @param answers to what is asked
    public TdsServer(
            TestTls keys, Function<String, Optional<TdsAnswer.Failure>> logins, Function<String, TdsAnswer> answers)
            throws IOException {
        this.tls = context(keys.folder().resolve("server.p12"));
        this.logins = logins;
        this.answers = answers;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private static SSLContext context(Path keys) throws IOException {
        try (var in = Files.newInputStream(keys)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, TestTls.PASSWORD.toCharArray());
            var factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, TestTls.PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /// What happened, a word or a question each.
    public List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serveQuietly(socket));
            }
        } catch (IOException closed) {
            log.add("closed");
        }
    }

    private void serveQuietly(Socket socket) {
        try (socket) {
            serve(socket);
        } catch (IOException left) {
            log.add("left");
        }
    }

    private void serve(Socket socket) throws IOException {
        var wire = new TdsWire(socket);
        if (wire.isStrict()) {
            log.add("strict");
            var secure = secure(wire, true);
            var preLogin = TdsPackets.read(secure.getInputStream());
            greet(secure.getOutputStream(), preLogin);
            talk(secure, preLogin);
        } else {
            var preLogin = TdsPackets.read(wire.getInputStream());
            greet(wire.getOutputStream(), preLogin);
            wire.wrap(true);
            var secure = secure(wire, false);
            wire.wrap(false);
            talk(secure, preLogin);
        }
    }

    private static void greet(OutputStream out, TdsPackets.Message preLogin) throws IOException {
        TdsPackets.answer(out, TdsTokens.preLogin(TdsLogin.isFederated(preLogin.body())));
    }

    private SSLSocket secure(TdsWire wire, boolean strict) throws IOException {
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(wire, "localhost", 0, true);
        secure.setUseClientMode(false);
        var parameters = secure.getSSLParameters();
        if (strict) {
            parameters.setApplicationProtocols(new String[] {"tds/8.0"});
        } else {
            parameters.setProtocols(new String[] {"TLSv1.2"});
        }
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private void talk(SSLSocket line, TdsPackets.Message preLogin) throws IOException {
        var in = line.getInputStream();
        var out = line.getOutputStream();
        var login = new TdsLogin(TdsPackets.read(in).body());
        var token = login.token();
        if (token.isEmpty() && TdsLogin.isFederated(preLogin.body())) {
            TdsPackets.answer(out, TdsTokens.tokenWanted());
            token = Optional.of(TdsLogin.sentToken(TdsPackets.read(in).body()));
        }
        log.add("login " + login.database());
        var refusal = logins.apply(token.orElse(""));
        if (refusal.isPresent()) {
            TdsPackets.answer(out, TdsTokens.loginFailed(refusal.get()));
            return;
        }
        TdsPackets.answer(out, TdsTokens.loggedIn(login.database()));
        while (answer(in, out)) {
            log.add("answered");
        }
    }

    /// Whether the line is still good.
    private boolean answer(InputStream in, OutputStream out) throws IOException {
        var asked = TdsPackets.read(in);
        if (asked.type() == TdsPackets.ATTENTION) {
            log.add("attention");
            TdsPackets.answer(out, TdsTokens.done(0, 0));
            TdsPackets.answer(out, TdsTokens.done(0x20, 0));
            return true;
        }
        var text = asked.body().length > TEXT
                ? new String(asked.body(), TEXT, asked.body().length - TEXT, StandardCharsets.UTF_16LE)
                : "";
        log.add("asked " + text);
        switch (answers.apply(text)) {
            case TdsAnswer.Rows rows -> TdsPackets.answer(out, TdsTokens.rows(rows));
            case TdsAnswer.Failure failure -> TdsPackets.answer(out, TdsTokens.failed(16, failure));
            case TdsAnswer.Silence _ -> log.add("silent");
            case TdsAnswer.Torn(var whole) -> {
                var bytes = TdsTokens.rows(whole);
                TdsPackets.write(out, TdsPackets.ANSWER, Arrays.copyOf(bytes, bytes.length / 2), false);
                return false;
            }
        }
        return true;
    }
}
