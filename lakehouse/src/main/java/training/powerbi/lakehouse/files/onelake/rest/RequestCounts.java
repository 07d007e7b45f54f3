package training.powerbi.lakehouse.files.onelake.rest;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import training.powerbi.lakehouse.StoreCost;

/// How many requests were sent, by what OneLake charges for them. Each try of a request is one.
public final class RequestCounts {
    private final Map<BlobRequest.Kind, LongAdder> sent = new EnumMap<>(BlobRequest.Kind.class);
    private final LongAdder again = new LongAdder();
    private final SlidingHour spent;

    public RequestCounts() {
        this(System::nanoTime);
    }

    RequestCounts(LongSupplier nanos) {
        for (var kind : BlobRequest.Kind.values()) {
            sent.put(kind, new LongAdder());
        }
        spent = new SlidingHour(nanos);
    }

    void add(BlobRequest.Kind kind) {
        sent.getOrDefault(kind, again).increment();
        spent.add(kind.capacitySeconds());
    }

    void addRepeat() {
        again.increment();
    }

    public long of(BlobRequest.Kind kind) {
        return sent.getOrDefault(kind, again).sum();
    }

    /// How many of them were further tries.
    public long repeats() {
        return again.sum();
    }

    /// What those of the last hour come to.
    public double capacitySeconds() {
        return spent.sum();
    }

    /// What they come to.
    public StoreCost cost() {
        return new StoreCost(
                of(BlobRequest.Kind.READ),
                of(BlobRequest.Kind.WRITE),
                of(BlobRequest.Kind.LIST),
                repeats(),
                spent.window(),
                spent.sum());
    }
}
