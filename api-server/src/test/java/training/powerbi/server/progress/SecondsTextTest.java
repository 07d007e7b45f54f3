package training.powerbi.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.progress.Intervals.Interval;

class SecondsTextTest {
    private static final int SIX_HOURS = 6 * 60 * 60;
    private static final int FOUR_KIB = 4_096;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySetOfSecondsComesBackAsItWas(int seed) {
        var random = new Random(seed);
        var parts = new ArrayList<Interval>();
        for (int i = random.nextInt(1 << random.nextInt(12)); i > 0; i--) {
            int from = random.nextInt(1 << random.nextInt(1, 20));
            parts.add(new Interval(from, from + random.nextInt(1 << random.nextInt(1, 16))));
        }
        var seconds = Intervals.NONE.plus(parts, Integer.MAX_VALUE);

        assertThat(SecondsText.read(SecondsText.write(seconds))).isEqualTo(seconds);
    }

    @Test
    void fewIntervalsAreAFewCharactersHoweverLongTheFilm() {
        assertThat(SecondsText.write(Intervals.upTo(60))).isEqualTo("AgA8");
        assertThat(SecondsText.write(Intervals.upTo(24 * 60 * 60))).hasSizeLessThan(10);
        assertThat(SecondsText.write(
                        Intervals.NONE.plus(List.of(new Interval(0, Integer.MAX_VALUE)), Integer.MAX_VALUE)))
                .hasSizeLessThan(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 9, 30, 100, 1_000})
    void sixHoursWatchedInAnyPatternAreLessThanFourKilobytes(int step) {
        var every = IntStream.range(0, SIX_HOURS / step)
                .mapToObj(i -> new Interval(i * step, i * step + Math.max(1, step / 2)))
                .toList();

        assertThat(written(every)).hasSizeLessThan(FOUR_KIB);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sixHoursWatchedAtRandomAreLessThanFourKilobytes(int seed) {
        var random = new Random(seed);
        var parts = IntStream.range(0, random.nextInt(20_000))
                .map(i -> random.nextInt(SIX_HOURS))
                .mapToObj(second -> new Interval(second, second + 1 + random.nextInt(4)))
                .toList();

        assertThat(written(parts)).hasSizeLessThan(FOUR_KIB);
    }

    /// The whole text for one film, with everything else that is kept of it at its longest.
    private static String written(List<Interval> watched) {
        var playback = Playback.NOTHING.watched(watched, SIX_HOURS).at(SIX_HOURS - 1, 1_790_000_000_000L);
        // The most that can count towards a view without being one.
        for (int second = 0; second < 29; second++) {
            playback = playback.viewed(List.of(new Interval(second * 700, second * 700 + 1)), false, SIX_HOURS, 1);
        }
        var counted = new Playback(
                playback.watched(), playback.position(), playback.positionAt(), playback.viewing(), 1_790_000_000_000L);
        var format = new PlaybackFormat(new JsonMapper());
        var films = Map.of(UUID.randomUUID().toString(), counted);
        assertThat(format.read(format.write(films))).isEqualTo(films);
        return format.write(films);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "Bw", "AoA", "AgCA", "?"})
    void whatIsInNoKnownFormIsRefused(String text) {
        assertThatThrownBy(() -> SecondsText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
