package training.powerbi.server.curriculum;

import org.springframework.stereotype.Component;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.store.Committed;

/// What a viewer sees of a day: its place in the outline always, what it holds when they may open it.
@Component
class DayView {
    private final DayAccess access;

    DayView(DayAccess access) {
        this.access = access;
    }

    /// The day as a commit has just left it.
    TrainingDay show(Viewer viewer, Committed<TrainingContentRow> day) {
        return show(viewer, day.answer(), day.revision());
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
                open ? row.presentationName() : null,
                open ? row.resourcesUrl() : null,
                row.createdAt(),
                row.updatedAt(),
                row.editVersionOrFirst(),
                revision);
    }
}
