package training.powerbi.desktop.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Some seconds of a window's life: the time from frame to frame, and until a click would be heard.
final class Frames extends AnimationTimer {
    private static final double DUE = 1000.0 / 60;
    private static final double DROPPED = 1.5 * DUE;
    private static final double MILLION = 1e6;

    private final Runnable eachFrame;
    private final long nanoseconds;
    private final List<Double> gaps = new ArrayList<>();
    private final ConcurrentLinkedQueue<Double> waits = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private long begun;
    private long last;

    private Frames(Runnable eachFrame, long seconds) {
        this.eachFrame = eachFrame;
        this.nanoseconds = TimeUnit.SECONDS.toNanos(seconds);
    }

    /// Does something in each frame and gives the figures; not on the FX thread.
    static String during(long seconds, Runnable eachFrame) {
        var frames = new Frames(eachFrame, seconds);
        try (var clicks = Executors.newSingleThreadScheduledExecutor()) {
            Platform.runLater(frames::start);
            var clicking = clicks.scheduleAtFixedRate(frames::click, 7, 23, TimeUnit.MILLISECONDS);
            frames.over.join();
            clicking.cancel(false);
        }
        return frames.toString();
    }

    private void click() {
        var at = System.nanoTime();
        Platform.runLater(() -> waits.add((System.nanoTime() - at) / MILLION));
    }

    @Override
    public void handle(long pulse) {
        var now = System.nanoTime();
        if (begun == 0) {
            begun = now;
        } else {
            gaps.add((now - last) / MILLION);
        }
        last = now;
        if (now - begun < nanoseconds) {
            eachFrame.run();
        } else {
            stop();
            over.complete(true);
        }
    }

    @Override
    public String toString() {
        var frames = Figures.of(gaps);
        return String.format(
                Locale.ROOT,
                "%d of %d frames late; frame to frame %s; click heard after %s",
                frames.above(DROPPED),
                gaps.size(),
                frames,
                Figures.of(waits.stream().toList()));
    }
}
