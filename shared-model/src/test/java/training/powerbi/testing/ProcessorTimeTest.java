package training.powerbi.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private static final Duration LITTLE = Duration.ofMillis(50);

    @Test
    void waitingCostsNothing() {
        ProcessorTime.assertAtMost(LITTLE, () -> {
            long end = System.nanoTime() + LITTLE.multipliedBy(4).toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        });
    }

    @Test
    void workDoes() {
        assertThatThrownBy(() -> ProcessorTime.assertAtMost(LITTLE, ProcessorTimeTest::work))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("processor");
    }

    @Test
    void soDoesWorkOfOtherThreads() {
        assertThatThrownBy(() -> ProcessorTime.assertAllAtMost(
                        LITTLE,
                        () -> CompletableFuture.runAsync(ProcessorTimeTest::work)
                                .join()))
                .isInstanceOf(AssertionError.class);
    }

    private static void work() {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + LITTLE.multipliedBy(2).toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
