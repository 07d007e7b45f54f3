package training.powerbi.cli.live;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.PortalClient;
import training.powerbi.model.UserProgress;

/// Tells what happens, in order. After each connection the course is read: what happened to a day while the line was
/// cut is told then.
final class Watching implements LiveFeed.Listener {
    private final PortalClient client;
    private final Clock clock;
    private final Consumer<Happening> told;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<Integer, CourseDay> known = new HashMap<>();
    private volatile boolean refused;
    private boolean live;

    Watching(PortalClient client, Clock clock, Consumer<Happening> told) {
        this.client = client;
        this.clock = clock;
        this.told = told;
    }

    /// Until nothing can be told any more.
    ///
    /// @return whether the portal refused
    boolean await() throws InterruptedException {
        over.await();
        return refused;
    }

    @Override
    public void stateChanged(ConnectionState state) {
        switch (state) {
            case ConnectionState.Live _ -> live = true;
            case ConnectionState.Waiting waiting -> {
                if (live || known.isEmpty()) {
                    tell(Happening.ofLine(
                            clock.instant(), "disconnected", "Not connected; it is tried again by itself."));
                }
                live = false;
            }
            case ConnectionState.Refused _ -> {
                refused = true;
                over.countDown();
            }
            case ConnectionState.Idle _, ConnectionState.Connecting _ -> {
                // Nothing to tell yet.
            }
        }
    }

    @Override
    public void subscribed() {
        try {
            var days = Persistence.ask(client::course).days();
            if (known.isEmpty()) {
                days.forEach(day -> known.put(day.dayNumber(), day));
            }
            tell(Happening.ofLine(clock.instant(), "connected", "Connected; what happens is told here."));
            days.forEach(this::dayChanged);
        } catch (RuntimeException lost) {
            tell(Happening.ofLine(clock.instant(), "connected", "Connected, but the course cannot be read now."));
        }
    }

    @Override
    public void dayChanged(CourseDay day) {
        if (!day.cohortId().equals(Course.MAIN)) {
            return;
        }
        var before = known.get(day.dayNumber());
        if (before != null && before.revision() >= day.revision()) {
            return;
        }
        known.put(day.dayNumber(), day);
        if (before == null || before.isUnlocked() == day.isUnlocked()) {
            tellDay("dayChanged", day, " was changed: ");
        } else if (day.isUnlocked()) {
            tellDay("dayUnlocked", day, " is open: ");
        } else {
            tellDay("dayLocked", day, " is locked: ");
        }
    }

    @Override
    public void studentChanged(String userId, CourseDay day) {
        tell(new Happening(
                clock.instant(),
                "accessChanged",
                day.dayNumber(),
                day.title(),
                null,
                userId,
                null,
                "Access to day " + day.dayNumber() + " changed for student " + userId + ": " + day.title()));
    }

    private void tellDay(String event, CourseDay day, String words) {
        tell(Happening.ofDay(
                clock.instant(), event, day.dayNumber(), day.title(), "Day " + day.dayNumber() + words + day.title()));
    }

    @Override
    public void recordingAdded(DayRecording recording) {
        tell(new Happening(
                clock.instant(),
                "recordingAdded",
                recording.dayNumber(),
                recording.title(),
                recording.recordingId(),
                null,
                null,
                "Day " + recording.dayNumber() + " has a new recording: " + recording.title()));
    }

    @Override
    public void progressUpdated(UserProgress progress) {
        tell(new Happening(
                clock.instant(),
                "progress",
                progress.dayNumber(),
                null,
                null,
                progress.userId(),
                progress.completionPercentage(),
                "A student is " + Math.round(progress.completionPercentage()) + " % through day "
                        + progress.dayNumber()));
    }

    /// Whoever read it may have gone, as `head` does.
    private void tell(Happening happening) {
        try {
            told.accept(happening);
        } catch (UncheckedIOException gone) {
            over.countDown();
        }
    }
}
