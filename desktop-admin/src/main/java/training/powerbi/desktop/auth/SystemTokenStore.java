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
            store = KeyringTokenStore.working(folder).orElseGet(() -> new FileTokenStore(folder));
            chosen = store;
        }
        return store;
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
