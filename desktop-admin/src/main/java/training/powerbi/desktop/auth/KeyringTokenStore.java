package training.powerbi.desktop.auth;

import com.microsoft.aad.msal4jextensions.persistence.CacheFileAccessor;
import com.microsoft.aad.msal4jextensions.persistence.ICacheAccessor;
import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessor;
import com.microsoft.aad.msal4jextensions.persistence.mac.KeyChainAccessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.client.signin.TokenStore;

/// The system's own keeper of secrets: the keyring on Linux, the keychain on macOS, files that Windows encrypts for
/// this account.
final class KeyringTokenStore implements TokenStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeyringTokenStore.class);
    private static final String APPLICATION = "training-portal-desktop";
    private static final String LABEL = "Power BI Training Portal";
    private static final String PROBE = "probe";
    private static final String MARK = "keyring.changed";

    private final Path folder;

    private KeyringTokenStore(Path folder) {
        this.folder = folder;
    }

    /// Tries whether there is one that works; takes up to seconds.
    static Optional<TokenStore> working(TokenFolder folder) {
        try {
            folder.make();
            makeMark(folder.path());
            var store = new KeyringTokenStore(folder.path());
            store.write(PROBE, LABEL);
            boolean works = store.read(PROBE).equals(Optional.of(LABEL));
            store.delete(PROBE);
            return works ? Optional.of(store) : Optional.empty();
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (IOException | RuntimeException | Error missing) {
            // Without a keyring the library throws a bare Error about its own structures.
            LOG.info("No keyring to keep sessions in: {}", firstLine(missing));
            return Optional.empty();
        }
    }

    /// The library sets this file's time at each change, and fails when it is not there. It stays empty.
    private static void makeMark(Path folder) throws IOException {
        Files.write(folder.resolve(MARK), new byte[0], StandardOpenOption.CREATE);
    }

    private static String firstLine(Throwable missing) {
        return missing.toString().lines().findFirst().orElse("");
    }

    @Override
    public synchronized Optional<String> read(String name) {
        try {
            var secret = entry(name).read();
            return secret == null || secret.length == 0
                    ? Optional.empty()
                    : Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (RuntimeException locked) {
            LOG.warn("The keyring does not give the kept session out", locked);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void write(String name, String secret) {
        entry(name).write(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void delete(String name) {
        try {
            entry(name).delete();
        } catch (RuntimeException locked) {
            LOG.warn("The keyring does not delete the kept session", locked);
        }
    }

    @Override
    public boolean isFile() {
        return false;
    }

    private ICacheAccessor entry(String name) {
        var mark = folder.resolve(MARK).toString();
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return new CacheFileAccessor(folder.resolve(name + ".bin").toString());
        }
        if (system.startsWith("mac")) {
            return new KeyChainAccessor(mark, APPLICATION, name);
        }
        // No collection named: the default one, which the desktop unlocks when its user signs in.
        return new KeyRingAccessor(mark, null, APPLICATION, LABEL, "application", APPLICATION, "entry", name);
    }
}
