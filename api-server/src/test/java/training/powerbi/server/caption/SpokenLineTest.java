package training.powerbi.server.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.testing.ProcessorTime.assertAtMost;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.caption.webvtt.Cue;
import training.powerbi.server.caption.webvtt.CueTiming;

class SpokenLineTest {
    private static List<SpokenLine> spoken(String text) {
        return SpokenLine.of(List.of(new Cue(new CueTiming(1_000, 2_000, ""), text, List.of(text), false)));
    }

    private static List<String> found(List<SpokenLine> lines, String words) {
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i)
                        .find(NormalizedText.normalize(words), i + 1 < lines.size() ? lines.get(i + 1) : null))
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "数据", "𝒙", "ü", "w-"})
    void aLongCueIsSearchedInPiecesWithoutLosingAPlace(String filling) {
        for (int before = 880; before < 1_120; before += 7) {
            var text = (filling.repeat(before) + " needle in it " + filling.repeat(1_500)).strip();
            var lines = spoken(text.substring(0, text.length() - text.length() % 2));

            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.text().length()).isLessThanOrEqualTo(1_000));
            assertThat(found(lines, "needle in it")).as("behind %s", before).hasSize(1);
        }
    }

    @Test
    void onlyTheFirstPieceBeginsACue() {
        var lines = spoken("word ".repeat(1_000).strip());

        assertThat(lines.getFirst().goesOn()).isFalse();
        assertThat(lines.stream().skip(1)).allMatch(SpokenLine::goesOn);
        assertThat(String.join(" ", lines.stream().map(SpokenLine::text).toList()))
                .isEqualTo("word ".repeat(1_000).strip());
    }

    @Test
    void theLargestCueTakesNoLongerThanItsLength() {
        var lines = spoken("ü".repeat(1_000_000) + " needle " + "ü".repeat(40_000));

        assertAtMost(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 10; i++) {
                assertThat(found(lines, "needle")).hasSize(1);
            }
        });
    }
}
