package training.powerbi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class ConnectionTest {
    private static final List<String> ITEMS =
            IntStream.range(100, 220).mapToObj(Integer::toString).toList();

    private static Connection<String> page(boolean descending, @Nullable Integer first, @Nullable String after) {
        return Connection.page(ITEMS.stream(), Function.identity(), descending, first, after);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 119, 120, 121, 200})
    void pagesTogetherAreTheWholeList(int size) {
        var seen = new ArrayList<String>();
        var page = page(true, size, null);
        while (true) {
            page.edges().forEach(edge -> seen.add(edge.node()));
            assertThat(page.totalCount()).isEqualTo(120);
            if (!page.pageInfo().hasNextPage()) {
                break;
            }
            page = page(true, size, page.pageInfo().endCursor());
        }
        assertThat(seen).isEqualTo(ITEMS.reversed());
    }

    @Test
    void aPageGoesOnWhereTheLastOneEndedThoughItsItemsAreGone() {
        var cursor = page(false, 50, null).pageInfo().endCursor();
        var rest = Connection.page(ITEMS.subList(50, 120).stream(), Function.identity(), false, 50, cursor);

        assertThat(rest.edges().getFirst().node()).isEqualTo("150");
    }

    @Test
    void fiftyItemsComeUnlessAskedOtherwise() {
        assertThat(page(false, null, null).edges()).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void otherSizesAreRefused(int first) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> page(false, first, null))
                .satisfies(refusal -> assertThat(refusal.field()).contains("first"));
    }

    @Test
    void aForeignCursorIsRefused() {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> page(false, 10, "***"))
                .satisfies(refusal -> assertThat(refusal.field()).contains("after"));
    }
}
