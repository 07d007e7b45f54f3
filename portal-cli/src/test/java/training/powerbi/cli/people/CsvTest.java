package training.powerbi.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void noNameIsTakenForAFormulaAndEveryLineStaysOne() {
        assertThat(Csv.line(List.of("=HYPERLINK(\"x\")", "a,b", "plain", "", "two\nlines", "-1")))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",\"a,b\",plain,,\"two\nlines\",'-1");
    }
}
