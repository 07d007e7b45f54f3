package training.powerbi.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static training.powerbi.testing.ProcessorTime.assertAtMost;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class SpokenDurationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    2h 30min            | PT2H30M
                    2h30m               | PT2H30M
                    2 hours 5 minutes   | PT2H5M
                    1 hr, 10 mins       | PT1H10M
                    1 hour and 30 sec   | PT1H30S
                    1.5h                | PT1H30M
                    1,5 h               | PT1H30M
                    90 min              | PT1H30M
                    90MIN               | PT1H30M
                    45s                 | PT45S
                    1:02:03             | PT1H2M3S
                    45:10               | PT45M10S
                    90:00               | PT1H30M
                    PT2H                | PT2H
                    pt1h2m3.9s          | PT1H2M3S
                    ~  2h  ~            | PT2H
                    P1D                 | PT24H
                    1h30                | PT1H30M
                    01h05               | PT1H5M
                    1 h 30              | PT1H30M
                    1 hr 30             | PT1H30M
                    1 hr. 30 min.       | PT1H30M
                    1 hour and 30 minutes | PT1H30M
                    1 hour, 30 minutes, and 15 seconds | PT1H30M15S
                    1h 5m 3s            | PT1H5M3S
                    1h:30m              | PT1H30M
                    1h & 30min          | PT1H30M
                    1:02:03.5           | PT1H2M3S
                    1:02:03,500         | PT1H2M3S
                    02:30:00            | PT2H30M
                    1:30 h              | PT1H30M
                    1:30:00 hrs         | PT1H30M
                    90:30 min           | PT1H30M30S
                    120:00              | PT2H
                    2.5 min             | PT2M30S
                    90.9 s              | PT1M30S
                    3m20                | PT3M20S
                    75'                 | PT1H15M
                    1h 30′              | PT1H30M
                    1h 30’ 15”          | PT1H30M15S
                    75' 30"             | PT1H15M30S
                    75'30''             | PT1H15M30S
                    2 Std 30 Min        | PT2H30M
                    2 Std. 5 Min.       | PT2H5M
                    1 Stunde und 30 Minuten | PT1H30M
                    PT1.5H              | PT1H30M
                    1½ h                | PT1H30M
                    1 ½ hours           | PT1H30M
                    ¾h                  | PT45M
                    2¼ Std              | PT2H15M
                    PT90M               | PT1H30M
                    PT5400S             | PT1H30M
                    86400 s             | PT24H
                    """)
    void readsWhatPeopleWrite(String text, String iso) {
        assertThat(SpokenDuration.parse(text)).isEqualTo(Duration.parse(iso));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "90",
                "0 min",
                "-5 min",
                "PT-2H",
                "PT0S",
                "25h",
                "P2D",
                "1:60",
                "1:99:00",
                "h",
                "2h 2h",
                "1:2:3",
                "99999999999999999999h",
                "PT99999999999999999999H",
                "2h 30min and then some",
                "٣h",
                "NaN h",
                "1e3h",
                "2h and",
                "2h,",
                "30 min 2h",
                "1h 30 5",
                "30s 5",
                "1:02:03:04",
                "1:30 s",
                "1:02:03 min",
                "1:30 x",
                "~2h",
                "PT",
                "PT1H30X",
                "1::30",
                ":30",
                "1h 30 apples",
                "1..5h",
                "1h90",
                "2h 75",
                "~90 min",
                "ca. 90 min",
                "about 2 hours",
                "½½ h"
            })
    void refusesNonsenseNamingTheField(String text) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> SpokenDuration.parse(text))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(refusal.field()).contains("duration");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1\u00a0h\u00a030\u202fmin", "\u20092h\u2009", "90\u3000min", "\u200e1h30\u200b", "1\u00a0HR\t30"
            })
    void anyKindOfBlankIsOne(String text) {
        assertThat(SpokenDuration.parse(text)).isBetween(Duration.ofMinutes(90), Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "1.5", "soon"})
    void aRefusalShowsHowToWriteIt(String text) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> SpokenDuration.parse(text))
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("2h 30min", "1:02:03"));
    }

    @Test
    void aBareNumberIsAskedForItsUnit() {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> SpokenDuration.parse(" 90 "))
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("90 min"));
    }

    /// Every spelling of a random length means that length.
    @Test
    void allSpellingsOfALengthMeanTheSame() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var length = Duration.ofSeconds(1 + random.nextInt(86_400));
            for (var spelling : spellings(length, random)) {
                assertThat(SpokenDuration.parse(spelling)).as(spelling).isEqualTo(length);
            }
        }
    }

    private static List<String> spellings(Duration length, Random random) {
        long h = length.toHours();
        int m = length.toMinutesPart();
        int s = length.toSecondsPart();
        var blank = random.nextBoolean() ? " " : "";
        return List.of(
                length.toString(),
                length.toString().toLowerCase(Locale.ROOT),
                "%d:%02d:%02d".formatted(h, m, s),
                "%02d:%02d:%02d.%d".formatted(h, m, s, random.nextInt(1_000)),
                "%d:%02d".formatted(length.toMinutes(), s),
                "%dh%s%dm%s%ds".formatted(h, blank, m, blank, s),
                "%dh%s%02d'%s%02d".formatted(h, blank, m, blank, s),
                "%d hrs %d min and %d sec".formatted(h, m, s),
                "%d Stunden, %d Minuten, %d Sekunden".formatted(h, m, s),
                "%d'%d\"".formatted(length.toMinutes(), s),
                "%d s".formatted(length.toSeconds()));
    }

    /// Whatever is typed is a length within bounds or a refusal that names the field, never anything else.
    @Test
    void noTextBreaksIt() {
        var random = new Random(11);
        var pieces = List.of(
                "1", "30", "99", ":", "h", "m", "s", "'", "\"", " ", ".", ",", "min", "pt", "p", "-", "and", "std");
        for (int round = 0; round < 50_000; round++) {
            var text = random.ints(1 + random.nextInt(9), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            try {
                assertThat(SpokenDuration.parse(text)).as(text).isBetween(Duration.ofSeconds(1), Duration.ofHours(24));
            } catch (PortalException refusal) {
                assertThat(refusal.field()).as(text).contains("duration");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", " ", "1h", "1:", "p", "1.", "'"})
    void theLargestTextsCostNothing(String piece) {
        var text = piece.repeat(60_000 / piece.length());
        assertAtMost(
                Duration.ofSeconds(2),
                () -> assertThatExceptionOfType(PortalException.class).isThrownBy(() -> SpokenDuration.parse(text)));
    }

    @Test
    void refusesAnOverlongTextWithoutReadingIt() {
        assertThatExceptionOfType(PortalException.class).isThrownBy(() -> SpokenDuration.parse("9".repeat(100_000)));
    }
}
