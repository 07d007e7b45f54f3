package training.powerbi.site.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/// What counts as watched, in the browser's own engine.
class WatchRecorderIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static final String REPLAY = """
            async scripts => {
              const { createWatchRecorder } = await import('/js/player/watch-recorder.js');
              return JSON.stringify(JSON.parse(scripts).map(script => {
                const recorder = createWatchRecorder();
                const parts = [];
                for (const { what, at, position, rate, moving } of script) {
                  if (what === 'sample') recorder.sample({ at, position, rate, moving });
                  else if (what === 'cut') recorder.cut();
                  else if (what === 'ended') recorder.ended(position);
                  else parts.push(...recorder.take());
                }
                return [...parts, ...recorder.take()];
              }));
            }
            """;

    @BeforeEach
    void open() {
        STAGE.open();
    }

    private static List<SortedSet<Integer>> replay(List<List<Viewing.Step>> scripts) {
        var answer = (String) STAGE.page().evaluate(REPLAY, JsonMapper.shared().writeValueAsString(scripts));
        return Stream.of(JsonMapper.shared().readValue(answer, Report.Watched[][].class))
                .map(WatchRecorderIT::seconds)
                .toList();
    }

    private static SortedSet<Integer> seconds(Report.Watched... parts) {
        var seconds = new TreeSet<Integer>();
        for (var part : parts) {
            assertThat(part.fromSeconds()).isLessThan(part.toSeconds());
            part.seconds().forEach(seconds::add);
        }
        return seconds;
    }

    private static SortedSet<Integer> counted(Viewing.Step... steps) {
        return replay(List.of(List.of(steps))).getFirst();
    }

    private static Viewing.Step plays(double seconds, double position) {
        return Viewing.Step.sample(seconds * 1000, position, 1, true);
    }

    private static Viewing.Step stands(double seconds, double position) {
        return Viewing.Step.sample(seconds * 1000, position, 1, false);
    }

    @Test
    void anyViewingThatTellsItsJumpsIsCountedAsTheNaiveReferenceCountsIt() {
        var viewings = IntStream.range(0, 150)
                .mapToObj(seed -> Viewing.random(new Random(seed), true))
                .toList();
        var counted = replay(viewings.stream().map(Viewing::steps).toList());

        for (int i = 0; i < viewings.size(); i++) {
            var viewing = viewings.get(i);
            assertThat(counted.get(i)).as("viewing %d", i).containsAll(viewing.surelyPlayed());
            assertThat(viewing.perhapsPlayed()).as("viewing %d", i).containsAll(counted.get(i));
        }
    }

    @Test
    void aJumpThatNobodyTellsOfIsNeverCounted() {
        var viewings = IntStream.range(1_000, 1_150)
                .mapToObj(seed -> Viewing.random(new Random(seed), false))
                .toList();
        var counted = replay(viewings.stream().map(Viewing::steps).toList());

        for (int i = 0; i < viewings.size(); i++) {
            assertThat(viewings.get(i).perhapsPlayed()).as("viewing %d", i).containsAll(counted.get(i));
        }
    }

    @Test
    void aMinuteInAHiddenTabIsAMinuteWatched() {
        assertThat(counted(plays(0, 0), plays(60, 60), plays(120, 119.9))).hasSize(120);
    }

    @Test
    void afterALongSilenceNothingIsCounted() {
        assertThat(counted(plays(0, 0), plays(5, 5), plays(400, 400), plays(402, 402)))
                .containsExactly(0, 1, 2, 3, 4, 400, 401);
    }

    @Test
    void aClockThatGoesBackCountsNothing() {
        assertThat(counted(plays(100, 0), plays(103, 3), plays(50, 4), plays(52, 6)))
                .containsExactly(0, 1, 2, 4, 5);
    }

    @Test
    void aStallCountsOnlyWhatWasPlayed() {
        assertThat(counted(plays(0, 0), plays(2, 2), plays(30, 2), plays(32, 4), stands(33, 5)))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void timeSavedInAStallIsNoLicenceToJump() {
        assertThat(counted(plays(0, 0), plays(30, 1), plays(30.3, 20), plays(32.3, 22)))
                .containsExactly(0, 20, 21);
    }

    @Test
    void manySmallJumpsAreNoPlay() {
        var steps = IntStream.range(0, 100).mapToObj(i -> plays(i * 0.1, i * 0.6)).toArray(Viewing.Step[]::new);

        assertThat(counted(steps)).hasSizeLessThan(10);
    }

    @Test
    void aFasterFilmCountsEverySecondOfIt() {
        assertThat(counted(
                        Viewing.Step.sample(0, 0, 1, true),
                        Viewing.Step.sample(2_000, 2, 2, true),
                        Viewing.Step.sample(5_000, 8, 2, true)))
                .hasSize(8);
    }

    @Test
    void aPauseDoesNotTearASecondApart() {
        assertThat(counted(plays(0, 0), stands(3.4, 3.4), plays(10, 3.4), stands(11, 4.4)))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void theEndReachesTheRoundedLength() {
        assertThat(counted(plays(0, 7), plays(2.4, 9.4), Viewing.Step.of("ended", 10)))
                .containsExactly(7, 8, 9);
        assertThat(counted(plays(0, 7), plays(2, 9), Viewing.Step.of("ended", 50))).containsExactly(7, 8);
    }

    @Test
    void whatIsTakenIsTakenOnce() {
        assertThat(replay(List.of(List.of(
                        plays(0, 0), plays(3, 3), Viewing.Step.of("take", 0), plays(3.2, 3.2), Viewing.Step.of("take", 0)))))
                .containsExactly(new TreeSet<>(List.of(0, 1, 2)));
    }
}
