package training.powerbi.server.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.testing.ProcessorTime.assertAtMost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.caption.webvtt.WebVtt;

/// Captions as meeting rooms, editors, players and recognisers of speech write them: kept in the standard's form.
class CaptionsOfProgramsTest {

    @Test
    void headerLinesOfStreamsAreSkippedAndTheirPiecesPutTogether() {
        assertThat(written("""
                WEBVTT
                X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

                1
                00:00:01.000 --> 00:00:03.000
                Open the report

                WEBVTT
                X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

                1
                00:00:01.000 --> 00:00:03.000
                Open the report
                WEBVTT
                X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

                00:00:03.000 --> 00:00:05.000 line:90% region:fred
                Choose a slicer
                """)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:03.000
                Open the report

                00:00:03.000 --> 00:00:05.000 line:90%
                Choose a slicer
                """);
    }

    @Test
    void cuesOfMeetingsOutOfOrderAreSorted() {
        assertThat(written("""
                WEBVTT

                3f1d2b2a-0b0e/12-0
                00:00:03.120 --> 00:00:07.860
                <v Asha Trainer>So the measure is evaluated
                in the filter context,</v>

                3f1d2b2a-0b0e/9-0
                00:00:02.900 --> 00:00:03.450
                <v Student B>Yeah.</v>
                """)).isEqualTo("""
                WEBVTT

                00:00:02.900 --> 00:00:03.450
                <v Student B>Yeah.</v>

                00:00:03.120 --> 00:00:07.860
                <v Asha Trainer>So the measure is evaluated
                in the filter context,</v>
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0:0:13.540 --> 0:0:17.85            | 00:00:13.540 --> 00:00:17.850
            00:13.5 --> 00:14                   | 00:00:13.500 --> 00:00:14.000
            00:00:01,000-->00:00:02,500         | 00:00:01.000 --> 00:00:02.500
            1:02:03.1234567 -->	1:02:04.0      | 01:02:03.123 --> 01:02:04.000
            90:00.000 --> 90:01.000             | 01:30:00.000 --> 01:30:01.000
            123:00:00.000 --> 123:00:01.000     | 123:00:00.000 --> 123:00:01.000
            00:00:01,000 --> 00:00:02,000  X1:10 X2:20 Y1:1 Y2:2 | 00:00:01.000 --> 00:00:02.000
            00:01.000 --> 00:02.000 align:middle size:50% position:10%,line-left | 00:00:01.000 --> 00:00:02.000 size:50% position:10%,line-left
            00:00:05.000 --> 00:00:05.000       | 00:00:05.000 --> 00:00:05.001
            """)
    void timesAreReadHoweverTheyAreWritten(String line, String timing) {
        for (var head : List.of("WEBVTT\n\n", "WEBVTT\n", "1\n", "\n\n")) {
            assertThat(written(head + line + "\nHello")).isEqualTo("WEBVTT\n\n" + timing + "\nHello\n");
        }
    }

    @Test
    void subRipIsRead() {
        assertThat(written("""
                1
                00:00:01,000 --> 00:00:03,500
                {\\an8}<font color="#ffff00">Open <b>Power BI</B> Desktop</font>

                if sales < 5 and cost > 3

                2
                00:00:03,500 --> 00:00:05,000
                Home --> Transform data
                3
                00:00:06,000 --> 00:00:07,000
                <i>Tom & Jerry</b>
                """)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:03.500
                Open <b>Power BI Desktop
                if sales &lt; 5 and cost &gt; 3</b>

                00:00:03.500 --> 00:00:05.000
                Home --&gt; Transform data

                00:00:06.000 --> 00:00:07.000
                <i>Tom &amp; Jerry</i>
                """);
    }

    @Test
    void sbvIsRead() {
        assertThat(written("0:00:01.000,0:00:03.500\nOpen[br]Desktop\n\n0:00:04.000,0:00:05.000\nGet data\n"))
                .isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:03.500
                Open
                Desktop

                00:00:04.000 --> 00:00:05.000
                Get data
                """);
    }

    @Test
    void stylesRegionsAndNotesMayStandAnywhere() {
        assertThat(written("""
                WEBVTT - made by hand
                Kind: captions
                00:01.000 --> 00:02.000
                Straight behind the header

                STYLE
                ::cue(b) { color: red }

                NOTE cut: 00:03 --> here

                REGION
                id:fred

                A paragraph that belongs to nothing

                00:03.000 --> 00:04.000
                Last
                """)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.000
                Straight behind the header

                00:00:03.000 --> 00:00:04.000
                Last
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <v Speaker 1>It&#39;s &quot;CALCULATE&quot;&hellip; caf&eacute;</v> | It's "CALCULATE"… café
            a &amp;&lt;b&gt; &apos;c&apos; &#x27;d&#X27;                       | a &<b> 'c' 'd'
            one&nbsp;two &lrm;three&rlm;                                      | one two three
            AT&T & co &unknown; &#0; &                                        | AT&T & co &unknown; \uFFFD &
            &#x110000; &#99999999; &#-1; &#xg; &#;                            | &#x110000; &#99999999; &#-1; &#xg; &#;
            I <3 you, 1 < 2, 3 > 2, a<b                                       | I <3 you, 1 < 2, 3 > 2, a<b
            <c.yellow.bg_blue>Loud</c> <lang en>Hi</lang> <ruby>漢<rt>kan</rt></ruby> | Loud Hi 漢kan
            <script>alert(1)</script> <img src=x onerror=y>{not a tag} {\\pos(1,2)}z | alert(1) {not a tag} z
            """)
    void whatIsSaidIsWithoutMarkup(String text, String said) {
        var cues = WebVtt.parse(bytes("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text));
        var meant = said.replace("\\uFFFD", "\uFFFD");

        assertThat(cues.getFirst().text()).isEqualTo(meant);
        assertThat(WebVtt.parse(WebVtt.write(cues))).isEqualTo(cues);
        assertThat(WebVtt.parse(WebVtt.write(cues)).getFirst().text()).isEqualTo(meant);
    }

    @Test
    void whatRollsUpIsSaidOnce() {
        var spoken = SpokenLine.of(WebVtt.parse(bytes("""
                WEBVTT
                Kind: captions
                Language: en

                00:00:00.160 --> 00:00:02.389 align:start position:0%
                \s
                welcome<00:00:00.480><c> to</c><00:00:00.800><c> day</c><00:00:01.120><c> one</c>

                00:00:02.389 --> 00:00:02.399 align:start position:0%
                welcome to day one
                \s

                00:00:02.399 --> 00:00:05.110 align:start position:0%
                welcome to day one
                open<00:00:02.879><c> Power</c><00:00:03.120><c> Query</c>
                """)));

        assertThat(spoken).extracting(SpokenLine::text).containsExactly("welcome to day one", "open Power Query");
        assertThat(spoken).extracting(SpokenLine::seconds).containsExactly(0.16, 2.399);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a ",
                "<",
                "<v x",
                "<b>",
                "</b>",
                "{\\",
                "&",
                "&amp",
                "&#39;",
                "<00:00:01.000>",
                "a\n\n",
                "a\n",
                "1\n",
                " ",
                "1:",
                "0:01 --> ",
                "[br]",
                "\n00:01 --> 00:02\na\n",
                "\n0:1-->0:2\n&\n",
                "9",
                "漢",
                "-->",
                "NOTE ",
                "\nNOTE\n\n",
                "<c.a"
            })
    void theLargestFileIsReadInProportionToItsSize(String piece) {
        for (var head : List.of("WEBVTT\n\n00:01.000 --> 00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\nx\n")) {
            var unit = bytes(piece).length;
            var file = bytes(head + piece.repeat((WebVtt.MAX_BYTES - head.length()) / unit));

            assertAtMost(Duration.ofSeconds(3), () -> {
                try {
                    var cues = WebVtt.parse(file);
                    var lines = SpokenLine.of(cues);
                    assertThat(WebVtt.write(cues)).hasSizeLessThan(WebVtt.MAX_WRITTEN_BYTES);
                    for (var line : lines.subList(0, Math.min(3, lines.size()))) {
                        assertThat(line.snippet("", line.normalized().length() - 1, 1))
                                .hasSizeLessThan(130);
                    }
                } catch (training.powerbi.model.error.PortalException refused) {
                    assertThat(refused.sentence()).matches("Line \\d+: .*");
                }
            });
        }
    }

    private static String written(String file) {
        return new String(WebVtt.write(WebVtt.parse(bytes(file))), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
