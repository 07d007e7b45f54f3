package training.powerbi.server.curriculum;

import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.account.Viewer;

/// The one rule of who may see a day's content: admins always, students while the day is unlocked. Queries,
/// subscriptions and files all ask here, each time anew, so that a lock holds from the moment it is committed.
@Component
public class DayVisibility {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final Lakehouse lakehouse;

    DayVisibility(DeltaTable<Integer, TrainingContentRow> content, Lakehouse lakehouse) {
        this.content = content;
        this.lakehouse = lakehouse;
    }

    /// Whether the viewer may see what the day holds; false when there is no such day.
    public boolean mayOpen(Viewer viewer, int dayNumber) {
        return content.snapshot()
                .find(dayNumber)
                .filter(row -> mayOpen(viewer, row))
                .isPresent();
    }

    boolean mayOpen(Viewer viewer, TrainingContentRow row) {
        return viewer.isAdmin() || row.isUnlocked();
    }

    /// The day as a commit has just left it.
    TrainingDay show(Viewer viewer, CommitResult<TrainingContentRow> result) {
        return show(viewer, result.answer(), lakehouse.revisionAt(content.name(), result.version()));
    }

    /// The day as this viewer may see it.
    ///
    /// @param revision one the row is at least as new as
    TrainingDay show(Viewer viewer, TrainingContentRow row, long revision) {
        boolean open = mayOpen(viewer, row);
        return new TrainingDay(
                row.dayNumber(),
                row.title(),
                row.description(),
                row.isUnlocked(),
                open ? row.unlockedAt() : null,
                row.scheduledAt(),
                open ? row.presentationUrl() : null,
                open ? row.resourcesUrl() : null,
                row.createdAt(),
                row.updatedAt(),
                row.editVersionOrFirst(),
                revision);
    }
}
