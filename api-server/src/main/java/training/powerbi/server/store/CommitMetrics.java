package training.powerbi.server.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitReport;

/// Counts commits, their rows, attempts and time, by table.
final class CommitMetrics implements Consumer<CommitReport> {
    private final @Nullable MeterRegistry registry;

    CommitMetrics(@Nullable MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(CommitReport report) {
        if (registry != null) {
            registry.timer("portal.commits", "table", report.table()).record(report.duration());
            registry.counter("portal.commits.rows", "table", report.table()).increment(report.rows());
            registry.counter("portal.commits.attempts", "table", report.table()).increment(report.attempts());
        }
    }
}
