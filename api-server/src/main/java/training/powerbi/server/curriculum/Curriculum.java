package training.powerbi.server.curriculum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;

/// Reads the days of the course. Answers come from memory and are what the viewer may see.
@Service
public class Curriculum {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final Accounts accounts;
    private final Lakehouse lakehouse;

    Curriculum(DeltaTable<Integer, TrainingContentRow> content, DayView view, Accounts accounts, Lakehouse lakehouse) {
        this.content = content;
        this.view = view;
        this.accounts = accounts;
        this.lakehouse = lakehouse;
    }

    @PreAuthorize("permitAll()")
    public List<DayOutline> outline() {
        return rows().map(DayOutline::of).toList();
    }

    @PreAuthorize("isAuthenticated()")
    public List<TrainingDay> days(Viewer viewer) {
        long revision = lakehouse.revision();
        return rows().map(row -> view.show(viewer, row, revision)).toList();
    }

    @PreAuthorize("isAuthenticated()")
    public Optional<TrainingDay> day(Viewer viewer, int dayNumber) {
        long revision = lakehouse.revision();
        return content.snapshot().find(dayNumber).map(row -> view.show(viewer, row, revision));
    }

    @PreAuthorize("isAuthenticated()")
    public List<TrainingDay> unlockedDays(Viewer viewer) {
        long revision = lakehouse.revision();
        return rows().filter(TrainingContentRow::isUnlocked)
                .map(row -> view.show(viewer, row, revision))
                .toList();
    }

    /// Who unlocked the day; empty for anyone but an admin.
    @PreAuthorize("isAuthenticated()")
    public Optional<User> unlockedBy(Viewer viewer, int dayNumber) {
        if (!viewer.isAdmin()) {
            return Optional.empty();
        }
        return content.snapshot()
                .find(dayNumber)
                .flatMap(row -> Optional.ofNullable(row.unlockedBy()))
                .flatMap(accounts::find);
    }

    private Stream<TrainingContentRow> rows() {
        return content.snapshot().rows().sorted(Comparator.comparingInt(TrainingContentRow::dayNumber));
    }
}
