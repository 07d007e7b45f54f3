package training.powerbi.desktop.testing;

import java.net.URI;
import training.powerbi.client.signin.Session;
import training.powerbi.model.Role;
import training.powerbi.model.User;

/// A session that asks nobody.
public final class FakeSession implements Session {
    public boolean changeRequired;
    public boolean signedOut;
    public boolean keptInFile;
    public String name = "Ana Nováková";

    @Override
    public URI portal() {
        return URI.create("https://portal.example.com");
    }

    @Override
    public User user() {
        return new User("u-ana", "ana@example.org", name, Role.ADMIN, Samples.MORNING, null, true, null);
    }

    @Override
    public boolean passwordChangeRequired() {
        return changeRequired;
    }

    @Override
    public boolean keptInFile() {
        return keptInFile;
    }

    @Override
    public void changePassword(char[] current, char[] next) {
        changeRequired = false;
    }

    @Override
    public void signOut() {
        signedOut = true;
    }

    @Override
    public String accessToken() {
        return "token";
    }

    @Override
    public void refused(String token) {}
}
