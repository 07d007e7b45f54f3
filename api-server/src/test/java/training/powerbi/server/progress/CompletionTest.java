package training.powerbi.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import training.powerbi.server.progress.Intervals.Interval;
import training.powerbi.server.recording.RecordingCatalog.Length;

class CompletionTest {
    private static final List<Length> TWO = List.of(new Length("a", 100), new Length("b", 300));

    @Test
    void aDayWithoutRecordingsIsCompleteWithItsPresentation() {
        assertThat(Completion.of(false, Map.of(), List.of())).isEqualTo(new Completion(0, false));
        assertThat(Completion.of(true, Map.of(), List.of())).isEqualTo(new Completion(100, false));
    }

    @Test
    void thePresentationIsFortyPercentBesideRecordings() {
        assertThat(Completion.of(true, Map.of(), TWO)).isEqualTo(new Completion(40, false));
    }

    @Test
    void recordingsCountByTheirLength() {
        var played = Map.of("b", Playback.NOTHING.wholly(300));

        assertThat(Completion.of(false, played, TWO)).isEqualTo(new Completion(45, false));
    }

    @Test
    void recordingsAreSeenFromNinetyPercent() {
        var almost = Map.of("a", Playback.NOTHING.wholly(100), "b", watched(259));
        var enough = Map.of("a", Playback.NOTHING.wholly(100), "b", watched(260));

        assertThat(Completion.of(true, almost, TWO).recordingsSeen()).isFalse();
        assertThat(Completion.of(true, enough, TWO).recordingsSeen()).isTrue();
    }

    @Test
    void aRecordingAddedLowersTheDayToWhatIsDone() {
        var played = Map.of("a", Playback.NOTHING.wholly(100));

        assertThat(Completion.of(true, played, TWO.subList(0, 1))).isEqualTo(new Completion(100, true));
        assertThat(Completion.of(true, played, TWO)).isEqualTo(new Completion(55, false));
    }

    @Test
    void removedRecordingsDoNotCount() {
        var played = Map.of("gone", Playback.NOTHING.wholly(1_000));

        assertThat(Completion.of(false, played, TWO)).isEqualTo(new Completion(0, false));
    }

    private static Playback watched(int seconds) {
        return Playback.NOTHING.watched(List.of(new Interval(0, seconds)), 300);
    }
}
