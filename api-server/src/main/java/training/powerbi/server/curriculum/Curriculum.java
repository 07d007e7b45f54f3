package training.powerbi.server.curriculum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.store.Revisions;

/// Reads the days of the course. Answers come from memory and are what the viewer may see.
@Service
public class Curriculum {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final Accounts accounts;
    private final Revisions revisions;

    Curriculum(DeltaTable<Integer, TrainingContentRow> content, DayView view, Accounts accounts, Revisions revisions) {
        this.content = content;
        this.view = view;
        this.accounts = accounts;
        this.revisions = revisions;
    }

    @PreAuthorize("permitAll()")
    public List<DayOutline> outline() {
        return inOrder(content.snapshot()).map(DayOutline::of).toList();
    }

    @PreAuthorize("isAuthenticated()")
    public List<TrainingDay> days(Viewer viewer) {
        return shown(viewer, _ -> true);
    }

    @PreAuthorize("isAuthenticated()")
    public Optional<TrainingDay> day(Viewer viewer, int dayNumber) {
        var days = revisions.read(content);
        return days.rows().find(dayNumber).map(row -> view.show(viewer, row, days.revision()));
    }

    @PreAuthorize("isAuthenticated()")
    public List<TrainingDay> unlockedDays(Viewer viewer) {
        return shown(viewer, TrainingContentRow::isUnlocked);
    }

    private List<TrainingDay> shown(Viewer viewer, Predicate<TrainingContentRow> which) {
        var days = revisions.read(content);
        return inOrder(days.rows())
                .filter(which)
                .map(row -> view.show(viewer, row, days.revision()))
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

    private static Stream<TrainingContentRow> inOrder(TableSnapshot<Integer, TrainingContentRow> days) {
        return days.rows().sorted(Comparator.comparingInt(TrainingContentRow::dayNumber));
    }
}
