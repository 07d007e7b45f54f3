package training.powerbi.server.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.server.caption.webvtt.Cue;
import training.powerbi.server.caption.webvtt.CueTiming;

class NormalizedTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Zürich, zurich",
                "CAFÉ, cafe",
                "Straße, strasse",
                "ÇA VA, ca va",
                "ISTANBUL, istanbul",
                "İstanbul, istanbul",
                "ﬁlter, filter",
                "don’t, don't",
                "‚so‘, 'so'",
                "„Maß“ «mesure» “measure”, \"mass\" \"mesure\" \"measure\"",
                "Power‑BI – live — now − then, power-bi - live - now - then",
                "Da\u00ADten\u00ADmo\u00ADdell, datenmodell",
                "می\u200Cخواهم, میخواهم",
                "क्\u200Dष, क्ष",
                "ΛΌΓΟΣ, λόγος",
                "zero\u200Bwidth\uFEFF, zerowidth"
            })
    void caseAndAccentsDoNotCount(String typed, String normalized) {
        assertThat(NormalizedText.normalize(typed))
                .isEqualTo(NormalizedText.of(typed).text());
        assertThat(NormalizedText.normalize(typed)).isEqualTo(NormalizedText.normalize(normalized));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"don’t, don't", "Da\u00ADten, daten", "ΟΔΥΣΣΕΎΣ, Οδυσσεύς"})
    void eachLetterIsKnownToComeFromItsPlace(String text, String searched) {
        var normalized = NormalizedText.of("<" + text + ">");

        assertThat(normalized.text().substring(1)).startsWith(NormalizedText.normalize(searched));
        assertThat(normalized.origin(normalized.text().length() - 1)).isEqualTo(text.length() + 1);
    }

    @Test
    void vowelSignsCount() {
        assertThat(NormalizedText.normalize("कु")).isNotEqualTo(NormalizedText.normalize("क"));
    }

    @Test
    void aSnippetIsTheOriginalAroundTheWords() {
        var text = "a".repeat(100) + " Größe der Straße " + "b".repeat(100);
        var line = SpokenLine.of(List.of(new Cue(new CueTiming(1, 2, ""), text, List.of(text), false)))
                .getFirst();
        int at = line.normalized().indexOf("grosse der strasse");

        var snippet = line.snippet("", at, "grosse der strasse".length());

        assertThat(snippet).startsWith("…aaa").contains("Größe der Straße").endsWith("bbb…");
        assertThat(snippet.length()).isLessThan(150);
    }
}
