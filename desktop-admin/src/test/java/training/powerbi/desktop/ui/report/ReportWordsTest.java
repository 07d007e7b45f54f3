package training.powerbi.desktop.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.ui.kit.Texts;

class ReportWordsTest {
    private final ReportWords words = new ReportWords(new Texts(Locale.ENGLISH));

    @Test
    void columnsAreCalledByWordsAndUnknownOnesByTheirReadableName() {
        assertThat(words.title("students_finished")).isEqualTo("Done by");
        assertThat(words.title("moon_phase")).isEqualTo("moon phase");
    }

    private static ReportTable table(@Nullable String... values) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (var value : values) {
            rows.add(Collections.singletonList(value));
        }
        return new ReportTable(List.of("c"), rows, false, null);
    }

    @Test
    void aColumnIsOfNumbersWhenAllThatIsThereAre() {
        assertThat(ReportWords.isNumeric(table("10", null, "-2.5"), 0)).isTrue();
        assertThat(ReportWords.isNumeric(table("10", "2026-11-24"), 0)).isFalse();
        assertThat(ReportWords.isNumeric(table((String) null), 0)).isFalse();
    }

    @Test
    void numbersAreSortedBySizeAndWordsWithoutRegardToCase() {
        assertThat(Stream.of("10", "9.5", "", "-1").sorted(ReportWords.order(true)))
                .containsExactly("", "-1", "9.5", "10");
        assertThat(Stream.of("b", "A", "C").sorted(ReportWords.order(false))).containsExactly("A", "b", "C");
    }

    @Test
    void aRowThatEndsEarlyHasNothingThere() {
        assertThat(ReportWords.value(List.of("a"), 3)).isEmpty();
    }
}
