package training.powerbi.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.cli.desk.UsageException;

class DayNumbersTest {

    @Test
    void daysAreNamedOneByOneByCommaAndByRange() {
        assertThat(DayNumbers.of(List.of("3", "1,2", "5-7", "6"))).containsExactly(1, 2, 3, 5, 6, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "", "1-", "-1", "7-5", "1,,2", "1.5", "99999999999"})
    void whatIsNoDayIsSaid(String word) {
        assertThatThrownBy(() -> DayNumbers.of(List.of(word))).isInstanceOf(UsageException.class);
    }
}
