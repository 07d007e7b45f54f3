package training.powerbi.server.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.MirrorStatus;

/// How far the copy of the store is behind. What is not known is no number.
final class MirrorMetrics {
    private MirrorMetrics() {}

    static void register(Lakehouse lakehouse, MeterRegistry registry) {
        gauge(
                lakehouse,
                registry,
                "portal.mirror.commits.behind",
                "Commits the mirror lacks",
                status -> status.commitsBehind());
        gauge(
                lakehouse,
                registry,
                "portal.mirror.files.behind",
                "Files the mirror lacks",
                status -> status.filesBehind());
        gauge(
                lakehouse,
                registry,
                "portal.mirror.behind.seconds",
                "How long the oldest of them has waited",
                status -> status.behindFor().toMillis()
                        / (double) Duration.ofSeconds(1).toMillis());
        for (var state : MirrorStatus.State.values()) {
            Gauge.builder("portal.mirror.state", lakehouse, known -> isIn(known, state) ? 1 : 0)
                    .description("1 for the state the mirror is in")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private static void gauge(
            Lakehouse lakehouse,
            MeterRegistry registry,
            String name,
            String description,
            Function<MirrorStatus, @Nullable Number> number) {
        Gauge.builder(name, lakehouse, known -> value(known.mirror(), number))
                .description(description)
                .register(registry);
    }

    private static double value(Optional<MirrorStatus> status, Function<MirrorStatus, @Nullable Number> number) {
        if (status.isEmpty()) {
            return Double.NaN;
        }
        var known = number.apply(status.get());
        return known == null ? Double.NaN : known.doubleValue();
    }

    private static boolean isIn(Lakehouse lakehouse, MirrorStatus.State state) {
        return lakehouse.mirror().filter(status -> status.state() == state).isPresent();
    }
}
