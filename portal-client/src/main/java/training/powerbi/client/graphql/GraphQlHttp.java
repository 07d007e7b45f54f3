package training.powerbi.client.graphql;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.PortalClient;
import training.powerbi.client.http.Answer;
import training.powerbi.client.http.Attempts;
import training.powerbi.client.http.Json;
import training.powerbi.client.http.Refusals;
import training.powerbi.client.http.SignedInHttp;
import training.powerbi.client.http.Unreachable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Named operations over HTTP.
public final class GraphQlHttp {
    /// What GraphQL says of a document that its schema has no place for. Ours fits the schema of our own version.
    private static final String OTHER_SCHEMA = "Validation error (";

    private static final String OTHER_VERSION =
            "The portal does not know what is asked of it: it is older or newer than this program. Install the same version of both.";

    private final SignedInHttp http;
    private final Documents documents;
    private final Attempts attempts = new Attempts();

    public GraphQlHttp(SignedInHttp http, Documents documents) {
        this.http = http;
        this.documents = documents;
    }

    /// The portal's operations by their names.
    public PortalClient client() {
        return new GraphQlPortalClient(this);
    }

    /// What the operation's one root field answers.
    public <T> T ask(String operation, Map<String, ? extends @Nullable Object> variables, Class<T> type) {
        var data = one(data(operation, variables));
        return decoded(() -> Json.MAPPER.treeToValue(data, type));
    }

    /// The same, for what the portal takes its time with.
    ///
    /// @param patience how long to wait for the answer
    public <T> T ask(
            String operation, Map<String, ? extends @Nullable Object> variables, Class<T> type, Duration patience) {
        var data = one(data(request(operation, variables).timeout(patience)));
        return decoded(() -> Json.MAPPER.treeToValue(data, type));
    }

    /// The same, for types with parameters.
    public <T> T ask(String operation, Map<String, ? extends @Nullable Object> variables, TypeReference<T> type) {
        var data = one(data(operation, variables));
        return decoded(() -> Json.MAPPER.treeToValue(data, type));
    }

    /// The same for an operation that makes something new: made once, however often it is asked before an answer comes.
    public <T> T make(String operation, Map<String, ?> variables, Class<T> type) {
        return attempts.make(Map.entry(operation, variables), key -> {
            var data = one(data(request(operation, variables).header(Attempts.HEADER, key)));
            return decoded(() -> Json.MAPPER.treeToValue(data, type));
        });
    }

    /// What all root fields of the operation answer, as one record.
    public <T> T askAll(String operation, Map<String, ?> variables, Class<T> type) {
        var data = data(operation, variables);
        return decoded(() -> Json.MAPPER.treeToValue(data, type));
    }

    private JsonNode data(String operation, Map<String, ? extends @Nullable Object> variables) {
        return data(request(operation, variables));
    }

    private HttpRequest.Builder request(String operation, Map<String, ? extends @Nullable Object> variables) {
        var body = Json.MAPPER.writeValueAsBytes(
                Map.of("query", documents.named(operation), "operationName", operation, "variables", variables));
        return http.http()
                .request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private JsonNode data(HttpRequest.Builder request) {
        var answer = http.require(request);
        if (!answer.isJson()) {
            throw Unreachable.notAPortal(http.http().portal(), null);
        }
        var json = tree(answer);
        var error = json.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw refusal(error);
        }
        return json.path("data");
    }

    private static RuntimeException refusal(JsonNode error) {
        PortalException refused = Refusals.of(error);
        if (refused.sentence().startsWith(OTHER_SCHEMA)) {
            return new PortalException(ErrorCode.METHOD_NOT_ALLOWED, OTHER_VERSION, refused);
        }
        return refused.code() == ErrorCode.UNAUTHENTICATED ? SignedInHttp.signedOut() : refused;
    }

    private static JsonNode one(JsonNode data) {
        return data.isEmpty() ? data : data.values().iterator().next();
    }

    private JsonNode tree(Answer answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JacksonException damaged) {
            throw Unreachable.notAPortal(http.http().portal(), damaged);
        }
    }

    private <T> T decoded(Supplier<@Nullable T> decoding) {
        try {
            T value = decoding.get();
            if (value == null) {
                throw Unreachable.notAPortal(http.http().portal(), null);
            }
            return value;
        } catch (JacksonException | NullPointerException unfit) {
            throw Unreachable.notAPortal(http.http().portal(), unfit);
        }
    }
}
