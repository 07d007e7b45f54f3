package training.powerbi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/// What something costs: the processor's time, which does not grow while others keep the processor busy.
public final class ProcessorTime {
    private ProcessorTime() {}

    /// Does the work in this thread and fails if it took more.
    public static void assertAtMost(Duration most, Runnable work) {
        assertAtMost(most, work, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /// Does the work and fails if all threads of this process together took more: what a server here did for it counts.
    public static void assertAllAtMost(Duration most, Runnable work) {
        var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        assertAtMost(most, work, process::getProcessCpuTime);
    }

    private static void assertAtMost(Duration most, Runnable work, LongSupplier nanos) {
        long before = nanos.getAsLong();
        work.run();
        assertThat(Duration.ofNanos(nanos.getAsLong() - before))
                .as("time of the processor")
                .isLessThanOrEqualTo(most);
    }
}
