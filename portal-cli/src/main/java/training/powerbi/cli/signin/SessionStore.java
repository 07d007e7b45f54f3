package training.powerbi.cli.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.signin.KeptSessions;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.client.signin.TokenStore;

/// Sessions in files that only their owner can read, one a portal, shared by all commands of this account: whoever
/// renews one does so alone, and the others find the new one.
final class SessionStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String LAST = "last-portal";

    private final TokenFolder folder;
    private final TokenStore files;
    private final ReentrantLock inside = new ReentrantLock();

    SessionStore(Path folder) {
        this.folder = new TokenFolder(folder);
        this.files = this.folder.files();
    }

    /// What Microsoft's library keeps lies beside.
    KeptSessions microsoft() {
        return new KeptSessions(files);
    }

    Optional<KeptSession> read(URI portal) {
        return files.read(name(portal)).flatMap(SessionStore::parsed);
    }

    /// One that cannot be read any more is none: signing in again replaces it.
    private static Optional<KeptSession> parsed(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, KeptSession.class));
        } catch (JacksonException | NullPointerException damaged) {
            return Optional.empty();
        }
    }

    void write(URI portal, KeptSession session) {
        files.write(name(portal), JSON.writeValueAsString(session));
    }

    void delete(URI portal) {
        files.delete(name(portal));
        microsoft().forgetMicrosoft(portal);
    }

    Optional<URI> lastPortal() {
        return files.read(LAST).map(URI::create);
    }

    void rememberPortal(URI portal) {
        files.write(LAST, portal.toString());
    }

    /// Does something while no other command of this account does.
    <T> T alone(Supplier<T> action) {
        inside.lock();
        try {
            folder.make();
            try (var file = FileChannel.open(
                            folder.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                return action.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The session cannot be kept in " + folder.path() + ". Check that folder, or name another one in"
                            + " PORTAL_CLI_HOME.",
                    e);
        } finally {
            inside.unlock();
        }
    }

    private static String name(URI portal) {
        return "cli-" + HexFormat.of().formatHex(portal.toString().getBytes(StandardCharsets.UTF_8));
    }
}
