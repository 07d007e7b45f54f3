package training.powerbi.desktop.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import training.powerbi.desktop.task.TaskExecutor;

/// Runs everything on the calling thread: work at once, or when stepped by hand; what is due later when time is
/// advanced.
public final class StepExecutor implements TaskExecutor {
    private final Deque<Step> waiting = new ArrayDeque<>();
    private final List<Due> later = new ArrayList<>();
    private final boolean byHand;
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    private static final class Step {
        private final Runnable work;
        private boolean cancelled;

        Step(Runnable work) {
            this.work = work;
        }
    }

    private record Due(Instant at, Runnable action) {}

    private StepExecutor(boolean byHand) {
        this.byHand = byHand;
    }

    public static StepExecutor atOnce() {
        return new StepExecutor(false);
    }

    /// Work waits for [#step()].
    public static StepExecutor byHand() {
        return new StepExecutor(true);
    }

    @Override
    public <T> Cancellation run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var step = new Step(() -> settle(work, done, failed));
        if (byHand) {
            waiting.add(step);
        } else {
            step.work.run();
        }
        return () -> step.cancelled = true;
    }

    // The port hands every exception on, and a stopped upload interrupts only itself.
    @SuppressWarnings("InterruptedExceptionSwallowed")
    private static <T> void settle(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public void onUi(Runnable action) {
        action.run();
    }

    @Override
    public Cancellation later(Duration delay, Runnable action) {
        var due = new Due(now.plus(delay), action);
        later.add(due);
        return () -> later.remove(due);
    }

    /// Does the next piece of work.
    ///
    /// @return false when there is none
    public boolean step() {
        var next = waiting.poll();
        if (next == null) {
            return false;
        }
        if (!next.cancelled) {
            next.work.run();
        }
        return true;
    }

    public void stepAll() {
        while (step()) {
            // Until nothing is left.
        }
    }

    /// Lets time pass, and with it what is due.
    public void advance(Duration time) {
        var until = now.plus(time);
        while (true) {
            var next = later.stream().filter(due -> !due.at().isAfter(until)).min(Comparator.comparing(Due::at));
            if (next.isEmpty()) {
                break;
            }
            later.remove(next.get());
            now = next.get().at().isAfter(now) ? next.get().at() : now;
            next.get().action().run();
        }
        now = until;
    }

    /// The time that is advanced here.
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
