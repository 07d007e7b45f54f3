package training.powerbi.lakehouse.files.onelake.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import training.powerbi.lakehouse.OneLakePlace.Identity;
import training.powerbi.lakehouse.files.PlainFields;

/// One question for a token, as each kind of identity asks it.
///
/// @param whose for sentences
record TokenRequest(String whose, HttpRequest request) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
    private static final int SERVER_ERROR = 500;
    /// Managed identities answer 404 and 410 while their endpoint is renewed.
    private static final Set<Integer> PASSING = Set.of(404, 408, 410, 429);

    static TokenRequest of(Identity identity, String resource) {
        return new TokenRequest(
                identity.toString(),
                switch (identity) {
                    case Identity.ClientSecret app -> byClientSecret(app, resource);
                    case Identity.AppService service ->
                        managed(service.endpoint(), "2019-08-01", resource, service.client())
                                .header("X-IDENTITY-HEADER", service.header())
                                .build();
                    case Identity.VirtualMachine machine ->
                        managed(machine.endpoint(), "2018-02-01", resource, machine.client())
                                .header("Metadata", "true")
                                .build();
                });
    }

    private static HttpRequest byClientSecret(Identity.ClientSecret app, String resource) {
        var form = "grant_type=client_credentials&client_id=" + encoded(app.client()) + "&client_secret="
                + encoded(app.secret()) + "&scope=" + encoded(resource + "/.default");
        return to(URI.create(app.authority() + "/" + encoded(app.tenant()) + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static HttpRequest.Builder managed(URI endpoint, String version, String resource, Optional<String> client) {
        return to(URI.create(endpoint + "?api-version=" + version + "&resource=" + encoded(resource)
                + client.map(id -> "&client_id=" + encoded(id)).orElse("")));
    }

    private static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Token send(HttpClient http, Clock clock) throws IOException {
        var now = clock.instant();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var status = answer.statusCode();
            var said = parsed(answer.body());
            if (status != 200) {
                var description = text(said, "error_description");
                var code = CODE.matcher(description);
                throw new NoTokenException(
                        "No token for the " + whose + ": " + request.uri().getHost() + " answered " + status + " "
                                + description,
                        code.find() ? code.group() : "",
                        status < SERVER_ERROR && !PASSING.contains(status));
            }
            var token = text(said, "access_token");
            if (token.isEmpty()) {
                // A sign-in page of the network, or a proxy that is not told of: it may pass.
                throw new NoTokenException(
                        "No token for the " + whose + ": " + request.uri().getHost() + " answered 200 without one",
                        "",
                        false);
            }
            return Token.of(token, now, expiry(said, now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoTokenException("Interrupted while asking for a token", e);
        } catch (NoTokenException e) {
            throw e;
        } catch (IOException e) {
            throw new NoTokenException(
                    "No token for the " + whose + ": " + request.uri().getHost() + " does not answer", e);
        }
    }

    private static Map<String, Object> parsed(String body) {
        try {
            return PlainFields.of(body);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static String text(Map<String, Object> said, String name) {
        return said.getOrDefault(name, "").toString();
    }

    /// Managed identities say when, app registrations how long; either may be a number in quotes.
    private static Instant expiry(Map<String, Object> said, Instant now) {
        var at = number(said, "expires_on");
        return at > 0 ? Instant.ofEpochSecond(at) : now.plusSeconds(number(said, "expires_in"));
    }

    private static long number(Map<String, Object> said, String name) {
        try {
            return Long.parseLong(text(said, name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
