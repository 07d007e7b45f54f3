package training.powerbi.client.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.LiveFeed;
import training.powerbi.model.UserProgress;

/// Writes down what a live feed tells.
public final class Heard implements LiveFeed.Listener {
    private final List<String> words = new CopyOnWriteArrayList<>();

    @Override
    public void stateChanged(ConnectionState state) {
        words.add(state.getClass().getSimpleName());
    }

    @Override
    public void subscribed() {
        words.add("subscribed");
    }

    @Override
    public void dayChanged(CourseDay day) {
        words.add("day " + day.dayNumber() + (day.isUnlocked() ? " open" : " locked"));
    }

    @Override
    public void studentChanged(String userId) {
        words.add("student " + userId);
    }

    @Override
    public void recordingAdded(DayRecording recording) {
        words.add("recording " + recording.title());
    }

    @Override
    public void progressUpdated(UserProgress progress) {
        words.add("progress " + progress.dayNumber());
    }

    /// All so far, in order.
    public List<String> words() {
        return List.copyOf(words);
    }

    public void await(String word) {
        await(word, 1);
    }

    /// Returns once the word was heard so many times.
    public void await(String word, int times) {
        Awaitility.await("heard " + word)
                .atMost(java.time.Duration.ofMinutes(1))
                .until(() -> words.stream().filter(word::equals).count() >= times);
    }
}
