package training.powerbi.server.web.socket;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.failure.RequestId;
import training.powerbi.server.web.graphql.error.GraphQlFailure;

/// GraphQL over server-sent events. Unlike the framework's it answers at once with a comment, so that a client
/// knows when it listens and can then ask for the current state, and a slow reader holds up a virtual thread
/// of its own instead of whoever sent the event.
final class EventStreamHandler extends GraphQlSseHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreamHandler.class);

    private final Duration keepAlive;
    private final Scheduler writers = Schedulers.fromExecutor(
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("event-stream-", 0).factory()),
            true);

    EventStreamHandler(WebGraphQlHandler handler, Duration keepAlive) {
        super(handler);
        this.keepAlive = keepAlive;
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        Flux<Frame> events = response.flatMapMany(EventStreamHandler::results)
                .<Frame>map(result -> new Frame.Next(result.toSpecification()))
                .onErrorResume(thrown -> Flux.just(new Frame.Next(errors(thrown))))
                .concatWithValues(new Frame.Complete());
        Flux<Frame> beats = Flux.interval(keepAlive).onBackpressureDrop().map(_ -> new Frame.Beat());
        Flux<Frame> frames = events.mergeWith(beats).takeUntil(Frame.Complete.class::isInstance);
        return ServerResponse.sse(builder -> send(frames, builder), Duration.ZERO);
    }

    private static Publisher<ExecutionResult> results(WebGraphQlResponse response) {
        Publisher<ExecutionResult> results = response.getData();
        return Objects.requireNonNull(results, "StreamGuard makes a stream of every answer");
    }

    private void send(Flux<Frame> frames, ServerResponse.SseBuilder builder) {
        Disposable.Swap stream = Disposables.swap();
        builder.onComplete(stream::dispose);
        builder.onTimeout(stream::dispose);
        builder.onError(_ -> stream.dispose());
        // On the request's own thread, which still adds headers on its way out: once this is sent, they are too.
        write(new Frame.Beat(), builder, stream);
        stream.update(frames.publishOn(writers).subscribe(frame -> write(frame, builder, stream)));
    }

    private static void write(Frame frame, ServerResponse.SseBuilder builder, Disposable stream) {
        try {
            switch (frame) {
                case Frame.Beat _ -> builder.comment("").send();
                case Frame.Next next -> builder.event("next").data(next.payload());
                case Frame.Complete _ -> {
                    builder.event("complete").data("");
                    builder.complete();
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The reader of an event stream is gone", e);
            stream.dispose();
            builder.error(e);
        }
    }

    /// Streams fail with nothing else behind [StreamGuard]; what comes before it is a defect of the execution.
    private static Map<String, Object> errors(Throwable thrown) {
        if (thrown instanceof SubscriptionPublisherException known) {
            return Map.of(
                    "errors",
                    known.getErrors().stream()
                            .map(GraphQLError::toSpecification)
                            .toList());
        }
        Failure failure = Failure.internal(RequestId.current());
        LOG.error("An event stream failed: {}", failure.sentence(), thrown);
        return Map.of("errors", List.of(GraphQlFailure.of(failure).toSpecification()));
    }

    private sealed interface Frame {
        record Beat() implements Frame {}

        record Next(Map<String, Object> payload) implements Frame {}

        record Complete() implements Frame {}
    }
}
