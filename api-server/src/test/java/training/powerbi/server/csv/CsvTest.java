package training.powerbi.server.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void valuesAreQuotedWhereTheyMustBe() {
        var text = Csv.of(List.of("day", "title"), List.of(List.of("1", "A, \"B\"\nC"), Arrays.asList(null, "")));

        assertThat(text).isEqualTo("day,title\r\n1,\"A, \"\"B\"\"\nC\"\r\n,\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\")",
                "+1+cmd|' /C calc'!A0",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00a0=1",
                "\ufeff=1",
                "\uff1d1",
                "-",
                "a\n=1"
            })
    void whatLooksLikeAFormulaIsText(String title) {
        var cell = Csv.of(List.of("t"), List.of(List.of(title))).substring("t\r\n".length());

        if (title.startsWith("a")) {
            assertThat(cell).isEqualTo("\"a\n=1\"\r\n");
        } else {
            assertThat(cell).matches("(?s)\"?'.*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "12.5", "-0.5", "2026-11-30", "Grüße"})
    void numbersAndPlainWordsStayAsTheyAre(String value) {
        assertThat(Csv.of(List.of("n"), List.of(List.of(value)))).isEqualTo("n\r\n" + value + "\r\n");
    }
}
