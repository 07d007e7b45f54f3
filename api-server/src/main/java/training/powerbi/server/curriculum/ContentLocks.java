package training.powerbi.server.curriculum;

import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.access.DayLock;
import training.powerbi.server.access.DayLocks;

/// A day's lock stands in the day's own row.
@Component
class ContentLocks implements DayLocks {
    private final DeltaTable<Integer, TrainingContentRow> content;

    ContentLocks(DeltaTable<Integer, TrainingContentRow> content) {
        this.content = content;
    }

    @Override
    public Optional<DayLock> find(int dayNumber) {
        return content.snapshot().find(dayNumber).map(TrainingContentRow::lock);
    }
}
