package training.powerbi.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.model.Connection;

class PagesTest {
    private static final List<String> ITEMS = IntStream.range(0, 450)
            .mapToObj(number -> String.format(Locale.ROOT, "%03d", number))
            .toList();

    @Test
    void aListIsReadToItsEnd() {
        assertThat(Pages.all(PagesTest::page)).isEqualTo(ITEMS);
    }

    @Test
    void everyPartGoesOnWhereTheLastEnded() {
        for (int most : List.of(1, 7, 199, 200, 201, 449, 450, 451)) {
            var first = Pages.upTo(most, null, PagesTest::page);
            assertThat(first.items()).hasSize(Math.min(most, 450));
            var next = first.next();
            var rest = next == null
                    ? List.<String>of()
                    : Pages.upTo(Integer.MAX_VALUE, next, PagesTest::page).items();
            assertThat(Stream.concat(first.items().stream(), rest.stream()))
                    .as(most + " at first")
                    .containsExactlyElementsOf(ITEMS);
        }
        assertThatThrownBy(() -> Pages.upTo(0, null, PagesTest::page)).isInstanceOf(UsageException.class);
    }

    private static Connection<String> page(@Nullable String after) {
        return Connection.page(ITEMS.stream(), item -> item, false, 200, after);
    }
}
