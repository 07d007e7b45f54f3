package training.powerbi.client.signin;

import java.io.IOException;
import java.nio.file.Path;

/// A folder that nobody but its owner can look into, for secrets and what belongs to them.
public final class TokenFolder {
    private final Path path;
    private final FileTokenStore files;

    public TokenFolder(Path path) {
        this.path = path;
        this.files = new FileTokenStore(path);
    }

    public Path path() {
        return path;
    }

    /// Makes it unless it is there.
    public void make() throws IOException {
        FileTokenStore.makeFolder(path);
    }

    /// Keeps each secret in a file here; makes the folder when it has one to keep.
    public TokenStore files() {
        return files;
    }

    /// What lies in files goes to a safer place.
    public void moveFilesTo(TokenStore safer) {
        for (var name : files.names()) {
            files.read(name).ifPresent(secret -> safer.write(name, secret));
            files.delete(name);
        }
    }
}
