package training.powerbi.server.access.override;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.access.TimedChange;

/// Writes down that exceptions ran out, so that the pages of their students are told. They end without it.
@Component
class OverrideEnds implements TimedChange {
    private final DeltaTable<String, OverrideRow> overrides;

    OverrideEnds(DeltaTable<String, OverrideRow> overrides) {
        this.overrides = overrides;
    }

    @Override
    public void make(Instant now) {
        if (overrides.snapshot().rows().anyMatch(row -> isDue(row, now))) {
            overrides.update(rows -> {
                List<OverrideRow> ended = rows.rows()
                        .filter(row -> isDue(row, now))
                        .map(row -> row.ended(now))
                        .toList();
                return Verdict.upsert(ended);
            });
        }
    }

    private static boolean isDue(OverrideRow row, Instant now) {
        return row.revokedAt() == null
                && row.endedAt() == null
                && row.expiresAt() != null
                && !row.expiresAt().isAfter(now);
    }
}
