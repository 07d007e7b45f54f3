package training.powerbi.cli.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How far an upload is, on the last line of a terminal; nothing anywhere else. Safe for use by many threads.
public final class ProgressBar {
    private static final int BAR = 24;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final double MEGABYTE = 1_000_000;

    private final Terminal terminal;
    private final Clock clock;
    private final String name;
    private final long total;
    private Instant shownAt = Instant.MIN;
    private Instant begunAt = Instant.MAX;
    private long begunWith;

    public ProgressBar(Terminal terminal, Clock clock, String name, long total) {
        this.terminal = terminal;
        this.clock = clock;
        this.name = Width.plain(name);
        this.total = total;
    }

    /// So much is done; shown ten times a second at most.
    public synchronized void at(long bytes) {
        var now = clock.instant();
        if (begunAt.equals(Instant.MAX)) {
            begunAt = now;
            begunWith = bytes;
        }
        if (now.isBefore(shownAt.plus(PACE)) && bytes < total) {
            return;
        }
        shownAt = now;
        terminal.status(line(bytes, now));
    }

    private String line(long bytes, Instant now) {
        int filled = total == 0 ? BAR : (int) (BAR * bytes / total);
        var figures = String.format(
                Locale.ROOT,
                " %3d %%  %.1f of %.1f MB%s",
                total == 0 ? 100 : 100 * bytes / total,
                bytes / MEGABYTE,
                total / MEGABYTE,
                left(bytes, now));
        var bar = " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
        int room = terminal.shape().columns() - bar.length() - figures.length() - 1;
        return Width.cut(name, Math.max(8, room)) + bar + figures;
    }

    private String left(long bytes, Instant now) {
        var spent = Duration.between(begunAt, now).toMillis();
        long sent = bytes - begunWith;
        if (spent < 2_000 || sent <= 0 || bytes >= total) {
            return "";
        }
        long seconds = (total - bytes) * spent / sent / 1_000;
        return String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
    }

    /// Takes the line away.
    public synchronized void end() {
        terminal.status("");
    }
}
