package training.powerbi.server.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.StoreCost;

/// How far the store is behind others, and what its place charges for.
final class StoreMetrics {
    private StoreMetrics() {}

    static void register(Lakehouse lakehouse, MeterRegistry registry) {
        Gauge.builder("portal.store.lag", lakehouse, StoreMetrics::lag)
                .description("Age of the oldest look at a table's log that succeeded")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "portal.store.writable",
                        lakehouse,
                        known -> known.status().writable() ? 1 : 0)
                .description("1 while changes can be written")
                .register(registry);
        lakehouse.mirror().ifPresent(_ -> MirrorMetrics.register(lakehouse, registry));
        if (lakehouse.cost().isEmpty()) {
            return;
        }
        counter(lakehouse, registry, "read", StoreCost::reads);
        counter(lakehouse, registry, "write", StoreCost::writes);
        counter(lakehouse, registry, "list", StoreCost::listings);
        FunctionCounter.builder("portal.onelake.repeats", lakehouse, of(StoreCost::repeats))
                .description("Requests that were further tries")
                .register(registry);
        Gauge.builder("portal.onelake.capacity.seconds.hour", lakehouse, of(StoreCost::capacitySecondsAnHour))
                .description("Estimated capacity unit seconds an hour, at the pace of the last hour")
                .register(registry);
    }

    private static void counter(
            Lakehouse lakehouse, MeterRegistry registry, String kind, ToDoubleFunction<StoreCost> count) {
        FunctionCounter.builder("portal.onelake.requests", lakehouse, of(count))
                .description("Requests to OneLake, by what it charges for differently")
                .tag("kind", kind)
                .register(registry);
    }

    private static ToDoubleFunction<Lakehouse> of(ToDoubleFunction<StoreCost> number) {
        return lakehouse -> lakehouse.cost().map(number::applyAsDouble).orElse(0.0);
    }

    private static double lag(Lakehouse lakehouse) {
        return lakehouse.lag().values().stream()
                .mapToDouble(
                        age -> age.toMillis() / (double) Duration.ofSeconds(1).toMillis())
                .max()
                .orElse(0);
    }
}
