package training.powerbi.client.upload;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/// A request's body that says how far it has come. A request that is sent again counts from the start.
final class CountedBody implements BodyPublisher {
    private final BodyPublisher body;
    private final LongConsumer sent;
    private volatile long movedAt = System.nanoTime();
    private volatile boolean whole;

    CountedBody(BodyPublisher body, LongConsumer sent) {
        this.body = body;
        this.sent = sent;
    }

    /// How long nothing has moved.
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - movedAt);
    }

    /// Whether the last byte has left, so that it is the portal's turn.
    boolean isWhole() {
        return whole;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        whole = false;
        movedAt = System.nanoTime();
        body.subscribe(new Counting(subscriber));
    }

    private final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> next;
        private long total;

        Counting(Flow.Subscriber<? super ByteBuffer> next) {
            this.next = next;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            total += bytes.remaining();
            movedAt = System.nanoTime();
            next.onNext(bytes);
            sent.accept(total);
        }

        @Override
        public void onError(Throwable failed) {
            next.onError(failed);
        }

        @Override
        public void onComplete() {
            whole = true;
            movedAt = System.nanoTime();
            next.onComplete();
        }
    }
}
