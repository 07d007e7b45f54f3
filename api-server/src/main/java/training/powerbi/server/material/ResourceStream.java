package training.powerbi.server.material;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.server.curriculum.DayStream;
import training.powerbi.server.store.Revisions;

/// Tells live clients that what belongs to a day changed, whoever changed it.
@Component
class ResourceStream {
    private final DeltaTable<String, ResourceRow> resources;
    private final DayStream days;
    private final Revisions revisions;

    ResourceStream(DeltaTable<String, ResourceRow> resources, DayStream days, Revisions revisions) {
        this.resources = resources;
        this.days = days;
        this.revisions = revisions;
        resources.onChange(this::announce);
    }

    private void announce(TableChange<String, ResourceRow> change) {
        long revision = revisions.of(resources, change);
        change.rows().stream()
                .flatMap(row -> Stream.of(row.before(), row.after()))
                .filter(Objects::nonNull)
                .mapToInt(ResourceRow::dayNumber)
                .distinct()
                .forEach(day -> days.edited(day, null, revision));
    }
}
