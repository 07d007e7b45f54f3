package training.powerbi.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.progress.Intervals.Interval;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.recording.RecordingCatalog.Length;

class ProgressMergeTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final int FILM = 100;

    private final PlaybackFormat format = new PlaybackFormat(JsonMapper.shared());
    private final ProgressMerge merge = new ProgressMerge(format, day -> List.of(new Length("film", FILM)));
    private final UserProgressRow before = UserProgressRow.untouched(new ProgressKey("asha", 1), NOON);

    private UserProgressRow watched(int from, int to, long at) {
        var playback =
                Playback.NOTHING.watched(List.of(new Interval(from, to)), FILM).at(to, at);
        return before.withPlayback(format.write(Map.of("film", playback))).withLastAccessed(NOON.plusSeconds(at));
    }

    @Test
    void whatWasSeenInTwoPlacesIsTheSum() {
        var merged = Objects.requireNonNull(merge.merge(before, watched(0, 50, 2), watched(50, 100, 1)));

        assertThat(merged.viewedRecording()).isTrue();
        assertThat(merged.completionPercentage()).isEqualTo(60f);
        assertThat(merged.lastAccessed()).isEqualTo(NOON.plusSeconds(2));
        assertThat(Objects.requireNonNull(format.read(merged.playback()).get("film"))
                        .position())
                .isEqualTo(50);
    }

    @Test
    void neitherOrderNorRepetitionMatters() {
        var here = watched(0, 50, 2).withViewedPresentation(true);
        var there = watched(40, 60, 1);

        var merged = merge.merge(before, here, there);

        assertThat(merge.merge(before, there, here)).isEqualTo(merged);
        assertThat(merge.merge(before, here, merged)).isEqualTo(merged);
        assertThat(merge.merge(before, there, merged)).isEqualTo(merged);
    }

    @Test
    void whatWasErasedMeanwhileStaysErased() {
        assertThat(merge.merge(before, watched(0, 50, 2), null)).isNull();
    }
}
