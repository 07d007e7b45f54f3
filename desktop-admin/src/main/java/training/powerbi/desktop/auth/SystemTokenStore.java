package training.powerbi.desktop.auth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.client.signin.TokenStore;

/// The keyring when there is one that works, else files. Which, is found out when it is first used, for that takes
/// longer than a window may take to open.
final class SystemTokenStore implements TokenStore {
    private final TokenFolder folder;
    private @Nullable TokenStore chosen;

    SystemTokenStore(TokenFolder folder) {
        this.folder = folder;
    }

    private synchronized TokenStore chosen() {
        var store = chosen;
        if (store == null) {
            var keyring = KeyringTokenStore.working(folder);
            // What lies in files since a start without a keyring lies there no longer than that.
            keyring.ifPresent(folder::moveFilesTo);
            store = keyring.orElse(folder.files());
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
