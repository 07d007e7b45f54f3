package training.powerbi.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.open.Lakehouses;

class TableLagTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    record VisitRow(String visit, Instant at) {
        static final TableDefinition<String, VisitRow> DEFINITION =
                TableDefinition.of("visits", VisitRow.class, VisitRow::visit).stamped(VisitRow::at);
    }

    @TempDir
    private Path folder;

    @Test
    void theLagIsTheAgeOfTheFirstChangeTheEndpointDoesNotShow() throws Exception {
        try (var store = Lakehouses.open(folder)) {
            store.table(VisitRow.DEFINITION)
                    .append(List.of(
                            new VisitRow("seen", NOON.minusSeconds(90).plusMillis(700)),
                            new VisitRow("first", NOON.minusSeconds(40)),
                            new VisitRow("second", NOON.minusSeconds(10))));
            var lag = new TableLag(store, NOON);

            assertThat(lag(lag, "1", "2026-11-30T11:58:30Z")).isEqualTo("40");
            assertThat(lag(lag, "0", null)).isEqualTo("89");
            assertThat(lag(lag, "3", "2026-11-30T11:59:50Z")).isEqualTo("0");
            assertThat(lag(lag, "2", "2026-11-30T11:59:50Z")).isNull();
            assertThat(lag(lag, "2", "a while ago")).isNull();
        }
    }

    private static @Nullable String lag(TableLag lag, String rows, @Nullable String newest) {
        var endpoint = new SqlEndpoint.Answer(
                List.of("table", "rows_at_endpoint", "newest_at_endpoint"),
                List.of(Arrays.asList("visits", rows, newest)),
                false);
        return lag.beside(endpoint).rows().getFirst().getLast();
    }
}
