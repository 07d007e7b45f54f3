package training.powerbi.server.caption;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.server.curriculum.DayStream;
import training.powerbi.server.store.Revisions;

/// Tells live clients that captions of a day changed, whoever changed them.
@Component
class CaptionStream {
    private final DeltaTable<String, CaptionRow> captions;
    private final DayStream days;
    private final Revisions revisions;

    CaptionStream(DeltaTable<String, CaptionRow> captions, DayStream days, Revisions revisions) {
        this.captions = captions;
        this.days = days;
        this.revisions = revisions;
        captions.onChange(this::announce);
    }

    private void announce(TableChange<String, CaptionRow> change) {
        long revision = revisions.of(captions, change);
        change.rows().stream()
                .flatMap(row -> Stream.of(row.before(), row.after()))
                .filter(Objects::nonNull)
                .mapToInt(CaptionRow::dayNumber)
                .distinct()
                .forEach(day -> days.edited(day, null, revision));
    }
}
