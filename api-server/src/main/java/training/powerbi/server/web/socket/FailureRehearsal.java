package training.powerbi.server.web.socket;

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
import training.powerbi.server.web.graphql.error.GraphQlFailure;
import training.powerbi.server.web.rest.ProblemWriter;

/// Answers a failure once as each transport does, to nobody. Java loads what it needs when it needs it, and when the
/// process is out of file
/// descriptors it can load nothing: the first failure would then be one of the answer to it.
@Component
class FailureRehearsal implements ApplicationRunner {
    private final ProblemWriter problems;
    private final JsonMapper json;

    FailureRehearsal(ProblemWriter problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Failure failure = new Failure(ErrorCode.STORAGE_UNAVAILABLE, "The store cannot write.");
        GraphQLError error = GraphQlFailure.of(failure, List.of(new SourceLocation(1, 1)));
        problems.body(failure, "/");
        json.writeValueAsBytes(Map.of("errors", List.of(error.toSpecification())));
    }
}
