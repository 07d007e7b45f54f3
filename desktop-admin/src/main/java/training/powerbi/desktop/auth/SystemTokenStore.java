package training.powerbi.desktop.auth;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keyring when there is one that works, else files. Which, is found out when it is first used, for that takes
/// longer than a window may take to open.
final class SystemTokenStore implements TokenStore {
    private final Path folder;
    private @Nullable TokenStore chosen;

    SystemTokenStore(Path folder) {
        this.folder = folder;
    }

    private synchronized TokenStore chosen() {
        var store = chosen;
        if (store == null) {
            var files = new FileTokenStore(folder);
            var keyring = KeyringTokenStore.working(folder);
            keyring.ifPresent(safer -> move(files, safer));
            store = keyring.orElse(files);
            chosen = store;
        }
        return store;
    }

    /// What lies in files since a start without a keyring lies there no longer than that.
    private static void move(FileTokenStore files, TokenStore keyring) {
        for (var name : files.names()) {
            files.read(name).ifPresent(secret -> keyring.write(name, secret));
            files.delete(name);
        }
    }

    @Override
    public Optional<String> read(String name) {
        return chosen().read(name);
    }

    @Override
    public void write(String name, String secret) {
        chosen().write(name, secret);
    }

    @Override
    public void delete(String name) {
        chosen().delete(name);
    }

    @Override
    public boolean isFile() {
        return chosen().isFile();
    }
}
