package training.powerbi.desktop.ui.upload;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How fast bytes leave, smoothed over a few seconds so that the number can be read.
final class SpeedMeter {
    private static final double SMOOTHING_SECONDS = 5;
    private static final double SHORTEST = 0.2;

    private @Nullable Instant last;
    private long lastBytes;
    private double perSecond;

    void restart() {
        last = null;
        perSecond = 0;
    }

    void hear(Instant now, long bytes) {
        var before = last;
        if (before == null) {
            last = now;
            lastBytes = bytes;
            return;
        }
        var seconds = Duration.between(before, now).toNanos() / 1e9;
        if (seconds < SHORTEST) {
            return;
        }
        var current = Math.max(0, bytes - lastBytes) / seconds;
        var weight = perSecond == 0 ? 1 : 1 - Math.exp(-seconds / SMOOTHING_SECONDS);
        perSecond += weight * (current - perSecond);
        last = now;
        lastBytes = bytes;
    }

    /// 0 while it is not known.
    double perSecond() {
        return perSecond;
    }

    /// Null while it cannot be guessed.
    @Nullable
    Duration timeFor(long bytes) {
        return perSecond < 1 ? null : Duration.ofSeconds(Math.round(bytes / perSecond));
    }
}
