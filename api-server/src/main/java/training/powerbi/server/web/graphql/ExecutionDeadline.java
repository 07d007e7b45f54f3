package training.powerbi.server.web.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Stops a query or mutation that runs for 5 s at its next field; one that asks another service, which has a limit of
/// its own, after half a minute. Subscriptions live as long as their token.
@Component
class ExecutionDeadline extends SimplePerformantInstrumentation {
    /// Operations that wait for another service.
    private static final Set<String> PATIENT = Set.of("lakehouseReport", "refreshLakehouse");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration limit;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("graphql-deadline").factory());

    @Autowired
    ExecutionDeadline() {
        this(Duration.ofSeconds(5));
    }

    ExecutionDeadline(Duration limit) {
        this.limit = limit;
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        if (context.getOperationDefinition().getOperation() == Operation.SUBSCRIPTION) {
            return null;
        }
        ExecutionInput input = context.getExecutionInput();
        ScheduledFuture<?> stop = timer.schedule(
                input::cancel, limitOf(context.getOperationDefinition()).toNanos(), TimeUnit.NANOSECONDS);
        return SimpleInstrumentationContext.whenCompleted((_, _) -> stop.cancel(false));
    }

    private Duration limitOf(OperationDefinition operation) {
        var waits = operation.getSelectionSet().getSelections().stream()
                .anyMatch(part -> part instanceof Field field && PATIENT.contains(field.getName()));
        return waits ? PATIENCE : limit;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
