package training.powerbi.lakehouse.sql;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;

/// The name of a lakehouse, which is the endpoint's database: as set, or as Fabric's REST has it, asked once.
final class LakehouseName {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final SqlPlace place;
    private final AccessTokens tokens;
    private final HttpClient http;
    private volatile @Nullable String known;

    LakehouseName(SqlPlace place, AccessTokens tokens, HttpClient http) {
        this.place = place;
        this.tokens = tokens;
        this.http = http;
        this.known = place.database().orElse(null);
    }

    /// @throws NoNameException when Fabric does not tell
    String get() throws IOException {
        var name = known;
        if (name == null) {
            name = ask();
            known = name;
        }
        return name;
    }

    private String ask() throws IOException {
        var item =
                URI.create(place.api() + "/v1/workspaces/" + place.lakehouse().workspace() + "/lakehouses/"
                        + place.lakehouse().lakehouse());
        var request = HttpRequest.newBuilder(item)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.token())
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return (answer.statusCode() == OK ? named(answer.body()) : Optional.<String>empty())
                    .orElseThrow(() -> new NoNameException(item.getHost() + " answered " + answer.statusCode()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoNameException("interrupted");
        }
    }

    private static Optional<String> named(String body) {
        try {
            return Optional.of(JsonMapper.shared()
                            .readTree(body)
                            .path("displayName")
                            .asString(""))
                    .filter(name -> !name.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// Fabric did not tell the lakehouse's name.
    static final class NoNameException extends IOException {
        private static final long serialVersionUID = 1L;

        NoNameException(String message) {
            super(message);
        }
    }
}
