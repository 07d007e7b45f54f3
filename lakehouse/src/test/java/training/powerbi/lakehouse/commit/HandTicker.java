package training.powerbi.lakehouse.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Time that passes by hand.
final class HandTicker implements Ticker {
    private record Alarm(long at, Runnable action) {}

    private final List<Alarm> alarms = new ArrayList<>();
    private long now = 5;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void after(Duration wait, Runnable action) {
        alarms.add(new Alarm(now + wait.toNanos(), action));
    }

    void pass(Duration time) {
        now += time.toNanos();
        var due = alarms.stream().filter(alarm -> alarm.at() <= now).toList();
        alarms.removeAll(due);
        due.forEach(alarm -> alarm.action().run());
    }
}
