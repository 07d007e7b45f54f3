package training.powerbi.lakehouse.files.onelake.identity;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import training.powerbi.lakehouse.OneLakePlace.Identity;

/// Access tokens of one identity for one resource. Safe for use by many threads.
public interface AccessTokens {
    /// Files in OneLake.
    String STORAGE = "https://storage.azure.com";

    /// The SQL endpoint.
    String SQL = "https://database.windows.net";

    /// Fabric's REST.
    String FABRIC = "https://api.fabric.microsoft.com";

    /// A token that is good for a while yet.
    ///
    /// @throws NoTokenException when none can be had
    String token() throws IOException;

    /// Says that the token was refused; the next one is another.
    void refused(String token);

    static AccessTokens of(Identity identity, String resource, HttpClient http, Clock clock) {
        return new KeptToken(() -> TokenRequest.of(identity, resource).send(http, clock), clock);
    }
}
