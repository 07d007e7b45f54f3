package training.powerbi.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void findsMetricsWithTheLabelsTheyMustHave() {
        assertThat(PromQl.selectors("sum by (a, b) (rate(x_total{c=~\"5..\",d!=\"e\"}[5m])) / max(y) > 0.5 and z"))
                .containsExactly(
                        new PromQl.Selector("x_total", Set.of("a", "b", "c", "d")),
                        new PromQl.Selector("y", Set.of()),
                        new PromQl.Selector("z", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(x",
                "x)",
                "x{a}",
                "x{a=b}",
                "x >",
                "> x",
                "rate x",
                "x y",
                "sum by (a x)",
                "x[5q]",
                "x[5m",
                "x #",
                "nonsense(x)"
            })
    void refusesWhatPrometheusWouldRefuse(String expression) {
        assertThatThrownBy(() -> PromQl.selectors(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
