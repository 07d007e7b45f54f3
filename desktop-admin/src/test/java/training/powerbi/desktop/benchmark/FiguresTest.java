package training.powerbi.desktop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void tellsHowMostAndTheWorstWere() {
        var figures = Figures.of(IntStream.rangeClosed(1, 100)
                .mapToObj(each -> (double) (101 - each))
                .toList());

        assertThat(figures).hasToString("p50 51.0, p99 100.0, max 100.0 ms");
        assertThat(figures.above(98)).isEqualTo(2);
        assertThat(Figures.of(List.of())).hasToString("p50 0.0, p99 0.0, max 0.0 ms");
    }
}
