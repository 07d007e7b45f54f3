package training.powerbi.server.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource({
        "Zürich, zurich",
        "CAFÉ, cafe",
        "Straße, strasse",
        "ÇA VA, ca va",
        "ISTANBUL, istanbul",
        "İstanbul, istanbul",
        "ﬁlter, filter"
    })
    void caseAndAccentsDoNotCount(String typed, String folded) {
        assertThat(Folded.fold(typed)).isEqualTo(Folded.of(typed).text());
        assertThat(Folded.fold(typed)).isEqualTo(Folded.fold(folded));
    }

    @Test
    void vowelSignsCount() {
        assertThat(Folded.fold("कु")).isNotEqualTo(Folded.fold("क"));
    }

    @Test
    void aSnippetIsTheOriginalAroundTheWords() {
        var text = "a".repeat(100) + " Größe der Straße " + "b".repeat(100);
        var line = SpokenLine.of(List.of(new Cue(new CueTiming(1, 2, ""), text, List.of(text), false)))
                .getFirst();
        int at = line.folded().indexOf("grosse der strasse");

        var snippet = line.snippet("", at, "grosse der strasse".length());

        assertThat(snippet).startsWith("…aaa").contains("Größe der Straße").endsWith("bbb…");
        assertThat(snippet.length()).isLessThan(150);
    }
}
