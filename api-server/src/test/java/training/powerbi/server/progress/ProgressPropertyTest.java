package training.powerbi.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.server.progress.Intervals.Interval;
import training.powerbi.server.recording.RecordingCatalog.Length;

/// What must hold for any reports in any order; each seed is one random case.
class ProgressPropertyTest {
    private static final int LENGTH = 600;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private record Report(List<Interval> watched, int position, long at) {}

    private static List<Report> reports(Random random) {
        var reports = new ArrayList<Report>();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            var watched = new ArrayList<Interval>();
            for (int j = random.nextInt(4); j > 0; j--) {
                int from = random.nextInt(LENGTH + 50);
                watched.add(new Interval(from, from + random.nextInt(120)));
            }
            reports.add(new Report(watched, random.nextInt(LENGTH), random.nextInt(5)));
        }
        return reports;
    }

    private static Playback played(List<Report> reports) {
        var playback = Playback.NOTHING;
        for (var report : reports) {
            playback = playback.watched(report.watched(), LENGTH).at(report.position(), report.at());
        }
        return playback;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfReportsDoesNotMatter(int seed) {
        var random = new Random(seed);
        var reports = reports(random);
        var expected = played(reports);
        Collections.shuffle(reports, random);

        assertThat(played(reports)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRepeatedReportChangesNothing(int seed) {
        var random = new Random(seed);
        var reports = reports(random);
        var repeated = new ArrayList<>(reports);
        repeated.addAll(reports.subList(0, random.nextInt(reports.size() + 1)));

        assertThat(played(repeated)).isEqualTo(played(reports));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coverageIsTheNumberOfDifferentSecondsPlayed(int seed) {
        var reports = reports(new Random(seed));
        var seconds = new BitSet();
        for (var report : reports) {
            report.watched().forEach(part -> seconds.set(part.from(), part.to()));
        }
        seconds.clear(LENGTH, Integer.MAX_VALUE);

        assertThat(played(reports).watched().secondsBelow(LENGTH)).isEqualTo(seconds.cardinality());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void completionNeverFallsAsReportsComeIn(int seed) {
        var playback = Playback.NOTHING;
        float last = 0;
        for (var report : reports(new Random(seed))) {
            playback = playback.watched(report.watched(), LENGTH);
            var completion = Completion.of(false, Map.of("r", playback), List.of(new Length("r", LENGTH)));
            assertThat(completion.percentage()).isBetween(last, 60f);
            last = completion.percentage();
        }
    }
}
