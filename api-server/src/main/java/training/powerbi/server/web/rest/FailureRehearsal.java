package training.powerbi.server.web.rest;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.graphql.GraphQlFailure;

/// Answers a failure once, to nobody. Java loads what it needs when it needs it, and when the process is out of file
/// descriptors it can load nothing: the first failure would then be one of the answer to it.
@Component
class FailureRehearsal implements ApplicationRunner {
    private final JsonMapper json;

    FailureRehearsal(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Failure failure = new Failure(ErrorCode.STORAGE_UNAVAILABLE, "The store cannot write.");
        GraphQLError error = GraphQlFailure.of(failure, List.of(new SourceLocation(1, 1)));
        json.writeValueAsBytes(Problem.of(failure, "/"));
        json.writeValueAsBytes(Map.of("errors", List.of(error.toSpecification())));
    }
}
