package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
        use(
                blobs,
                store.computeIfAbsent("entra " + tokenSeconds, key -> Entra.start(blobs, tokenSeconds), Entra.class));
    }

    void use(Azurite blobs, Entra tokens) {
        azurite = blobs;
        entra = tokens;
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
                identity(authority()));
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

    /// Starts a program of the tests as a process of its own, which trusts the stand-ins.
    ///
    /// @param words after those that [#place(String...)] reads
    public Process start(Class<?> program, OneLakePlace place, String... words) throws IOException {
        var identity = (OneLakePlace.Identity.ClientSecret) place.identity();
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-Djavax.net.ssl.trustStore=" + tls().trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestTls.PASSWORD,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName(),
                place.blobEndpoint().toString(),
                identity.authority().toString(),
                place.workspace(),
                place.lakehouse()));
        all.addAll(List.of(words));
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    /// The lakehouse that a program was started with, by its first four words.
    public static OneLakePlace place(String... words) {
        return new OneLakePlace(
                words[2], words[3], Optional.empty(), URI.create(words[0]), identity(URI.create(words[1])));
    }

    private static OneLakePlace.Identity identity(URI authority) {
        return new OneLakePlace.Identity.ClientSecret(authority, TENANT, "client-id", "secret");
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
        return new FaultyLine(proxy.port, tls().patientHttp());
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
