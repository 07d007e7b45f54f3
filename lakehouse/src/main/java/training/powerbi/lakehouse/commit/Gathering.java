package training.powerbi.lakehouse.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import training.powerbi.lakehouse.files.Pace;

/// Where changes that nobody waits for stay until they have lingered long enough, are enough for a commit of their
/// own, or go along with one that somebody waits for. Safe for use by many threads.
final class Gathering<T> {
    private final Pace pace;
    private final Ticker ticker;
    private final int most;
    private final Consumer<T> onwards;
    private final List<T> here = new ArrayList<>();
    private long since;
    private boolean ringing;
    private boolean closed;

    /// @param most so many do not wait for more
    /// @param onwards takes them, in the order they came in
    Gathering(Pace pace, Ticker ticker, int most, Consumer<T> onwards) {
        this.pace = pace;
        this.ticker = ticker;
        this.most = most;
        this.onwards = onwards;
    }

    synchronized void add(T next) {
        if (here.isEmpty()) {
            since = ticker.nanos();
        }
        here.add(next);
        if (closed || here.size() >= most) {
            release();
        } else {
            goOn();
        }
    }

    /// Lets all go on.
    synchronized void release() {
        here.forEach(onwards);
        here.clear();
    }

    /// Lets all go on, and whoever comes from now on at once.
    synchronized void close() {
        closed = true;
        release();
    }

    private synchronized void look() {
        ringing = false;
        if (!here.isEmpty()) {
            goOn();
        }
    }

    private void goOn() {
        var left = since + pace.linger(here.size()).toNanos() - ticker.nanos();
        if (left <= 0) {
            release();
        } else if (!ringing) {
            ringing = true;
            ticker.after(Duration.ofNanos(left), this::look);
        }
    }
}
