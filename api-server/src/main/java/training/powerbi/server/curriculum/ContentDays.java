package training.powerbi.server.curriculum;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.MainDays;

/// What cohort `main` keeps of a day stands in the day's own row.
@Component
class ContentDays implements MainDays {
    private final DeltaTable<Integer, TrainingContentRow> content;

    ContentDays(DeltaTable<Integer, TrainingContentRow> content) {
        this.content = content;
    }

    @Override
    public Optional<DayState> find(int dayNumber) {
        return content.snapshot().find(dayNumber).map(TrainingContentRow::state);
    }

    @Override
    public Stream<DayState> all() {
        return content.snapshot().rows().map(TrainingContentRow::state);
    }
}
