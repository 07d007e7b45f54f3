package training.powerbi.client.http;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Turns what a portal refuses back into the exception it began as on the server.
public final class Refusals {
    private static final String RETRY_AFTER = "retryAfterSeconds";

    private Refusals() {}

    /// What an answer that is no success means: [PortalException] when a portal wrote it, else
    /// [training.powerbi.client.UnreachableException].
    public static RuntimeException of(URI portal, Answer answer) {
        var problem = problem(answer);
        var code = code(problem.path("code").asString(""));
        if (code.isPresent()) {
            var retryAfter = answer.headers().firstValue("Retry-After").orElse(null);
            return refusal(code.get(), problem.path("detail").asString(""), problem, retryAfter);
        }
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 ->
                Unreachable.moved(
                        portal, answer.headers().firstValue("Location").orElse("another address"));
            case 502, 503, 504 -> Unreachable.resting(portal);
            default -> Unreachable.notAPortal(portal, null);
        };
    }

    /// The first entry of `errors` in a GraphQL answer.
    public static PortalException of(JsonNode error) {
        var extensions = error.path("extensions");
        var code = code(extensions.path("code").asString("")).orElse(ErrorCode.INTERNAL);
        var retryAfter = extensions.path(RETRY_AFTER);
        return refusal(
                code,
                error.path("message").asString(""),
                extensions,
                retryAfter.isMissingNode() ? null : retryAfter.asString());
    }

    /// The code a portal gave an answer; empty when it gave none.
    static Optional<ErrorCode> codeOf(Answer answer) {
        return code(problem(answer).path("code").asString(""));
    }

    private static JsonNode problem(Answer answer) {
        if (!answer.isProblem()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JacksonException damaged) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<ErrorCode> code(String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    private static PortalException refusal(
            ErrorCode code, String sentence, JsonNode details, @Nullable String retryAfter) {
        var parameters = new HashMap<String, String>();
        var field = details.path("field").asString("");
        if (!field.isEmpty()) {
            parameters.put("field", field);
        }
        if (retryAfter != null) {
            parameters.put(RETRY_AFTER, retryAfter);
        }
        var words = sentence.isBlank() ? "The portal refused this and did not say why. Try again later." : sentence;
        return new PortalException(code, words, parameters);
    }
}
