package training.powerbi.server.caption.webvtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.testing.TinyVideos;

class WebVttTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void readsCuesWithNamesSettingsMarkupAndComments() {
        var cues = parse("""
                \uFEFFWEBVTT - Day 1

                STYLE
                ::cue { color: yellow }

                NOTE made by hand

                intro
                00:01.000 --> 00:04.500 align:start position:10%
                <v Asha>Welcome to <b>Power Query</b>,
                and M &amp; DAX

                01:00:00.250 --> 01:00:02.000
                An hour later
                """);

        assertThat(cues)
                .containsExactly(
                        new Said(1_000, 4_500, "Welcome to Power Query, and M & DAX"),
                        new Said(3_600_250, 3_602_000, "An hour later"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBTITLES                                                   | 1 | neither WebVTT nor SRT
            [Script Info]$Dialogue: 0,0:00:01.00,0:00:02.00,x           | 1 | neither WebVTT nor SRT
            WEBVTT                                                      | 1 | without a single cue
            WEBVTT$$one$00:01;000 --> 00:02;000$x                       | 4 | no time of a cue
            WEBVTT$$00:01.000 -> 00:02.000$x                            | 3 | no time of a cue
            WEBVTT$$00:01.000 --> 00:61.000$x                           | 3 | no time of a cue
            WEBVTT$$00:02.000 --> 00:01.000$x                           | 3 | ends before
            WEBVTT$$00:05.000 --> 00:06.000$x$00:07.000 --> soon        | 5 | no time of a cue
            1$00:00:01,000 ---> 00:00:02,000$x                          | 2 | no time of a cue
            """)
    void aMistakeIsToldWithItsLine(String file, int line, String sentence) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> parse(file.replace('$', '\n')))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(refused.sentence())
                            .startsWith("Line " + line + ": ")
                            .contains(sentence);
                });
    }

    @Test
    void bytesThatAreNoTextAreToldWithTheirLine() {
        byte[] file = "WEBVTT\n\n00:01.000 --> 00:02.000\nZ?rich".getBytes(StandardCharsets.UTF_8);
        file[file.length - 5] = (byte) 0xFC;
        file[file.length - 1] = 1;

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> WebVtt.parse(file))
                .satisfies(refused -> assertThat(refused.sentence()).startsWith("Line 4: this is no text"));
    }

    static Stream<byte[]> encodings() {
        var text = "WEBVTT\n\n00:01.000 --> 00:02.000\nGrüße – Zürich";
        return Stream.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(Charset.forName("windows-1252")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void anyEncodingThatProgramsUseIsRead(byte[] file) {
        assertThat(said(WebVtt.parse(file))).containsExactly(new Said(1_000, 2_000, "Grüße – Zürich"));
    }

    static Stream<byte[]> otherEncodings() {
        var head = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
        return Stream.of(
                (head + "Теперь откроем отчёт").getBytes(Charset.forName("windows-1251")),
                (head + "Ahora, mogła to zrobić").getBytes(Charset.forName("windows-1250")),
                (head + "Τώρα ανοίγουμε την αναφορά").getBytes(Charset.forName("windows-1253")),
                (head + "レポートを開きます").getBytes(Charset.forName("Shift_JIS")),
                (head + "现在我们打开报告").getBytes(Charset.forName("GBK")),
                TinyVideos.join(
                        (head + "Grüße aus Zürich, schöne ").getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0xFC}));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void lettersThatWouldBeShownWronglyAreToldWithTheirLine(byte[] file) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> WebVtt.parse(file))
                .satisfies(refused -> assertThat(refused.sentence())
                        .startsWith("Line 4: ")
                        .contains("save the captions as", "UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Œuvre d’été – « déjà vu »",
                "¿Qué tal? ¡Olé!",
                "Größe: 5 m³, ½ Stück",
                "Æblegrød på øen",
                "„Äääh …“"
            })
    void westernTextOfOldWindowsIsRead(String text) {
        var file = ("1\n00:00:01,000 --> 00:00:02,000\n" + text).getBytes(Charset.forName("windows-1252"));

        assertThat(said(WebVtt.parse(file))).containsExactly(new Said(1_000, 2_000, text));
    }

    @Test
    void anArrowBehindABlankLineCostsNoMoreThanItsLines() {
        var cues = parse("""
                WEBVTT

                00:01.000 --> 00:02.000
                Open the editor:

                Home --> Transform data

                00:03.000 --> 00:04.000
                Now load it.
                """);

        assertThat(cues)
                .containsExactly(new Said(1_000, 2_000, "Open the editor:"), new Said(3_000, 4_000, "Now load it."));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenByTheRulesIsReadBack(int seed) {
        var random = new Random(seed);
        var cues = cues(random);

        assertThat(parse(text(cues, random))).isEqualTo(cues);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLineThatIsBrokenIsTheLineThatIsNamed(int seed) {
        var random = new Random(seed);
        var lines = new ArrayList<>(List.of(text(cues(random), random).split("\r\n|\n|\r", -1)));
        var timings = IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).contains("-->"))
                .boxed()
                .toList();
        int broken = timings.get(random.nextInt(timings.size()));
        lines.set(broken, lines.get(broken).replace('.', ';'));

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> parse(String.join("\n", lines)))
                .satisfies(refused -> assertThat(refused.sentence()).startsWith("Line " + (broken + 1) + ": "));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreReadOrRefusedWithALineTheyHave(int seed) {
        var random = new Random(seed);
        byte[] file = text(cues(random), random).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        try {
            assertThat(WebVtt.parse(file)).isNotEmpty();
        } catch (PortalException refused) {
            assertThat(refused.sentence()).matches("Line \\d+: .*");
        }
    }

    /// What a test says of a cue.
    private record Said(long start, long end, String text) {}

    private static List<Said> parse(String file) {
        return said(WebVtt.parse(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Said> said(List<Cue> cues) {
        return cues.stream()
                .map(cue -> new Said(cue.timing().startMillis(), cue.timing().endMillis(), cue.text()))
                .toList();
    }

    private static List<Said> cues(Random random) {
        var cues = new ArrayList<Said>();
        long start = 0;
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            start += random.nextInt(5_000_000);
            long end = start + 1 + random.nextInt(10_000);
            cues.add(new Said(start, end, "Said " + random.nextInt(100) + " äöü 漢"));
        }
        return cues;
    }

    private static String text(List<Said> cues, Random random) {
        var end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        var text = new StringBuilder("WEBVTT").append(end).append(end);
        for (var cue : cues) {
            if (random.nextBoolean()) {
                text.append("NOTE by ").append(random.nextInt()).append(end).append(end);
            }
            if (random.nextBoolean()) {
                text.append("cue ").append(random.nextInt(9)).append(end);
            }
            text.append(CueTiming.stamp(cue.start())).append(" --> ").append(CueTiming.stamp(cue.end()));
            text.append(random.nextBoolean() ? " line:0" : "").append(end);
            text.append(cue.text().replace(" ", random.nextBoolean() ? end : " "))
                    .append(end)
                    .append(end);
        }
        return text.toString();
    }
}
