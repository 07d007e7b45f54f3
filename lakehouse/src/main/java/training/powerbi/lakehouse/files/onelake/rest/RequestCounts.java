package training.powerbi.lakehouse.files.onelake.rest;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How many requests were sent, by what OneLake charges for them.
public final class RequestCounts {
    private final Map<BlobRequest.Kind, LongAdder> sent = new EnumMap<>(BlobRequest.Kind.class);
    private final LongAdder again = new LongAdder();

    public RequestCounts() {
        for (var kind : BlobRequest.Kind.values()) {
            sent.put(kind, new LongAdder());
        }
    }

    void add(BlobRequest.Kind kind) {
        sent.getOrDefault(kind, again).increment();
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
}
