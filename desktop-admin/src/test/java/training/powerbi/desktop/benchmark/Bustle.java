package training.powerbi.desktop.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.LiveFeed;
import training.powerbi.desktop.testing.FakePortal;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.UserProgress;
import training.powerbi.model.VideoPlatform;

/// A thousand events a second, as they come from the socket's thread: of ten, seven tell of students, one opens or
/// locks a day, and two tell of one new recording, as the portal does.
final class Bustle implements AutoCloseable {
    private static final int DAYS = 12;
    private static final int MOST_RECORDINGS = 10;

    private final FakePortal portal;
    private final LiveFeed.Listener listener;
    private final ScheduledExecutorService socket = Executors.newSingleThreadScheduledExecutor();
    private volatile int sent;

    Bustle(FakePortal portal, LiveFeed.Listener listener) {
        this.portal = portal;
        this.listener = listener;
        var _ = socket.scheduleAtFixedRate(this::send, 0, 1, TimeUnit.MILLISECONDS);
    }

    private void send() {
        var number = sent;
        var dayNumber = number / 10 % DAYS + 1;
        switch (number % 10) {
            case 0 -> {
                var day = portal.day(dayNumber);
                tell(Samples.open(day, !day.isUnlocked()));
            }
            case 4 -> listener.recordingAdded(add(dayNumber, "n" + number));
            case 5 -> listener.dayChanged(portal.day(dayNumber));
            default ->
                listener.progressUpdated(new UserProgress(
                        "u" + number % 140,
                        dayNumber,
                        true,
                        false,
                        number % 100,
                        Samples.MORNING.plusMillis(number),
                        List.of(),
                        number));
        }
        sent = number + 1;
    }

    private DayRecording add(int dayNumber, String id) {
        var added = Samples.recording(id, dayNumber, "Recording " + id, VideoPlatform.YOUTUBE);
        var day = portal.day(dayNumber);
        List<DayRecording> recordings = new ArrayList<>(day.recordings());
        recordings.addFirst(added);
        portal.put(Samples.with(
                day,
                day.presentationUrl(),
                recordings.stream().limit(MOST_RECORDINGS).toList(),
                day.removedRecordings(),
                day.resources()));
        return added;
    }

    private void tell(CourseDay day) {
        portal.put(day);
        listener.dayChanged(day);
    }

    /// How many events there were so far.
    int sent() {
        return sent;
    }

    @Override
    public void close() {
        socket.shutdownNow();
        socket.close();
    }
}
