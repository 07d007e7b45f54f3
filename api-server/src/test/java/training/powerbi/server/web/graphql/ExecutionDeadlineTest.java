package training.powerbi.server.web.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import training.powerbi.server.web.graphql.error.ErrorShape;

class ExecutionDeadlineTest {

    @Test
    void anExecutionThatTakesTooLongStopsAtItsNextField() {
        var never = new CountDownLatch(1);
        var result = engine(new ExecutionDeadline(Duration.ofMillis(100)), () -> {
                    never.await(1, TimeUnit.SECONDS);
                    return "late";
                })
                .execute("{ slow next }");
        assertThat(result.getErrors()).isNotEmpty();
        assertThat(result.<Object>getData()).isNull();
        assertThat(ErrorShape.all(result.getErrors(), "id").getFirst().getExtensions())
                .containsEntry("code", "BAD_USER_INPUT");
    }

    @Test
    void oneThatAsksAnotherServiceHasMoreTime() {
        var never = new CountDownLatch(1);
        var result = engine(new ExecutionDeadline(Duration.ofMillis(20)), () -> {
                    never.await(200, TimeUnit.MILLISECONDS);
                    return "late";
                })
                .execute("{ lakehouseReport next }");
        assertThat(result.getErrors()).isEmpty();
    }

    @Test
    void aQuickOneIsLeftAlone() {
        var result = engine(new ExecutionDeadline(Duration.ofMinutes(1)), () -> "quick")
                .execute("{ slow next }");
        assertThat(result.getErrors()).isEmpty();
    }

    private interface Field {
        String value() throws InterruptedException;
    }

    private static GraphQL engine(ExecutionDeadline deadline, Field slow) {
        var schema = new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse("type Query { slow: String lakehouseReport: String next: String }"),
                        RuntimeWiring.newRuntimeWiring()
                                .type(
                                        "Query",
                                        type -> type.dataFetcher("slow", environment -> slow.value())
                                                .dataFetcher("lakehouseReport", environment -> slow.value())
                                                .dataFetcher("next", environment -> "next"))
                                .build());
        return GraphQL.newGraphQL(schema).instrumentation(deadline).build();
    }
}
