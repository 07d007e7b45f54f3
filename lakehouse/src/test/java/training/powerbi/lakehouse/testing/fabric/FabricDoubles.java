package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.rest.BlobClient;

/// Azurite in place of OneLake, over TLS and with tokens that a stand-in for Entra gives, for one test class. Where
/// there is no Node the class is skipped and says so.
public final class FabricDoubles implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
    public static final String TENANT = "11111111-2222-3333-4444-555555555555";

    private final int tokenSeconds;
    private final Deque<NodeProgram> lines = new ArrayDeque<>();
    private @Nullable Azurite azurite;
    private @Nullable Entra entra;

    public FabricDoubles() {
        this(3600);
    }

    /// @param tokenSeconds how long a token is good
    public FabricDoubles(int tokenSeconds) {
        this.tokenSeconds = tokenSeconds;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NodeTools.isHere()
                ? ConditionEvaluationResult.enabled("Node is here")
                : ConditionEvaluationResult.disabled(NodeTools.SKIPPED);
    }

    /// One of each serves all classes of a run: they begin with a lakehouse of their own.
    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(FabricDoubles.class));
        var blobs = store.computeIfAbsent("azurite", key -> Azurite.start(), Azurite.class);
        azurite = blobs;
        entra = store.computeIfAbsent("entra " + tokenSeconds, key -> Entra.start(blobs, tokenSeconds), Entra.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        lines.forEach(NodeProgram::close);
    }

    /// An empty lakehouse in a workspace of its own.
    public OneLakePlace lakehouse() {
        var place = new OneLakePlace(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                Optional.empty(),
                endpoint(),
                new OneLakePlace.Identity.ClientSecret(authority(), TENANT, "client-id", "secret"));
        makeContainer(place);
        return place;
    }

    public URI endpoint() {
        return endpoint(Objects.requireNonNull(azurite).program().port);
    }

    static URI endpoint(int port) {
        return URI.create("https://localhost:" + port + "/devstoreaccount1");
    }

    public URI authority() {
        return URI.create("https://localhost:" + Objects.requireNonNull(entra).program().port);
    }

    /// How often a token was asked for.
    public int tokensAsked() {
        var request =
                HttpRequest.newBuilder(URI.create(authority() + "/__seen")).build();
        try {
            var seen = Objects.requireNonNull(azurite).http().send(request, BodyHandlers.ofString());
            return JsonMapper.shared().readTree(seen.body()).size();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestTls tls() {
        return Objects.requireNonNull(azurite).tls();
    }

    /// A client that trusts the stand-ins, for one store.
    public HttpClient newHttp() {
        return BlobClient.http().sslContext(tls().context()).build();
    }

    /// A line to OneLake with faults on it, by the words of `fault-proxy.js`.
    public FaultyLine faultyLine(int seed, String faults) throws IOException {
        var proxy = NodeProgram.start(List.of(
                NodeTools.sources().resolve("fault-proxy.js").toString(),
                "PORT",
                "" + Objects.requireNonNull(azurite).program().port,
                tls().folder().toString(),
                "" + seed,
                faults));
        lines.push(proxy);
        return new FaultyLine(proxy.port, newHttp());
    }

    private void makeContainer(OneLakePlace place) {
        var token = TestTokens.storage();
        var request = HttpRequest.newBuilder(
                        URI.create(place.blobEndpoint() + "/" + place.workspace() + "?restype=container"))
                .header("x-ms-version", "2023-11-03")
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = Objects.requireNonNull(azurite).http().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
