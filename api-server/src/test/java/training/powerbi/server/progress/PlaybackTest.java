package training.powerbi.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.progress.Intervals.Interval;

class PlaybackTest {
    private static final long DAY = 24L * 60 * 60 * 1_000;

    @Test
    void thePositionWithTheLatestClientTimeWins() {
        var playback = Playback.NOTHING.at(300, 2_000).at(100, 1_000);

        assertThat(playback.position()).isEqualTo(300);
    }

    @Test
    void thirtySecondsOfPlayMakeAViewOnceADay() {
        var first = view(Playback.NOTHING, 0, 20, 1);
        assertThat(first.countedAt()).isNull();

        var second = view(first, 20, 30, 2);
        assertThat(second.countedAt()).isEqualTo(2);

        var sameDay = view(second, 100, 200, DAY);
        assertThat(sameDay.countedAt()).isEqualTo(2);

        var nextDay = view(sameDay, 0, 30, DAY + 2);
        assertThat(nextDay.countedAt()).isEqualTo(DAY + 2);
    }

    @Test
    void aRepeatedReportDoesNotAddUpToAView() {
        var twice = view(view(Playback.NOTHING, 0, 20, 1), 0, 20, 2);

        assertThat(twice.countedAt()).isNull();
    }

    @Test
    void theEndMakesAViewOfAShortRecording() {
        assertThat(Playback.NOTHING.viewed(List.of(), true, 10, 5).countedAt()).isEqualTo(5);
    }

    @Test
    void survivesItsTextForm() {
        var format = new PlaybackFormat(new JsonMapper());
        var played = Map.of("r1", view(Playback.NOTHING, 3, 9, 1).at(9, 77).watched(List.of(new Interval(3, 9)), 600));

        assertThat(format.read(format.write(played))).isEqualTo(played);
        assertThat(format.read(null)).isEmpty();
    }

    @Test
    void whatOlderPortalsWroteIsRead() {
        var format = new PlaybackFormat(new JsonMapper());
        var text = """
                {"r1": {"position": 90, "at": 7, "counted": 5, "watched": [[0, 60], [80, 90]], "viewing": [[80, 90]]},
                 "r2": {"watched": [[3, 4]]}}""";

        var played = format.read(text);
        assertThat(played)
                .isEqualTo(Map.of(
                        "r1",
                        new Playback(
                                seconds(new Interval(0, 60), new Interval(80, 90)),
                                90,
                                7,
                                seconds(new Interval(80, 90)),
                                5L),
                        "r2",
                        Playback.NOTHING.watched(List.of(new Interval(3, 4)), 9)));
        assertThat(format.write(played)).doesNotContain("watched", "viewing", "[", "null");
        assertThat(format.read(format.write(played))).isEqualTo(played);
    }

    private static Intervals seconds(Interval... parts) {
        return new Intervals(List.of(parts));
    }

    private static Playback view(Playback before, int from, int to, long now) {
        return before.viewed(List.of(new Interval(from, to)), false, 600, now);
    }
}
