package training.powerbi.server.curriculum;

import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;

/// What a viewer sees of a day: its place in the outline always, what it holds when they may open it.
@Component
class DayView {
    private final DayAccess access;
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final Lakehouse lakehouse;

    DayView(DayAccess access, DeltaTable<Integer, TrainingContentRow> content, Lakehouse lakehouse) {
        this.access = access;
        this.content = content;
        this.lakehouse = lakehouse;
    }

    /// The day as a commit has just left it.
    TrainingDay show(Viewer viewer, CommitResult<TrainingContentRow> result) {
        return show(viewer, result.answer(), lakehouse.revisionAt(content.name(), result.version()));
    }

    /// The day as this viewer may see it.
    ///
    /// @param revision one the row is at least as new as
    TrainingDay show(Viewer viewer, TrainingContentRow row, long revision) {
        boolean open = access.mayOpen(viewer, row.lock());
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
