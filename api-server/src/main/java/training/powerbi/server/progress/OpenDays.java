package training.powerbi.server.progress;

import java.util.Collection;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.curriculum.DayVisibility;
import training.powerbi.server.curriculum.Days;
import training.powerbi.server.recording.RecordingCatalog;
import training.powerbi.server.recording.RecordingCatalog.Length;

/// Progress is made on open days only.
@Component
class OpenDays {
    private final Curriculum curriculum;
    private final DayVisibility visibility;
    private final RecordingCatalog catalog;

    OpenDays(Curriculum curriculum, DayVisibility visibility, RecordingCatalog catalog) {
        this.curriculum = curriculum;
        this.visibility = visibility;
        this.catalog = catalog;
    }

    /// @throws PortalException DAY_NOT_FOUND or DAY_LOCKED
    Collection<Length> lengthsOf(Viewer viewer, int dayNumber) {
        if (curriculum.day(viewer, dayNumber).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
        if (!visibility.mayOpen(viewer, dayNumber)) {
            throw Days.locked(dayNumber);
        }
        return catalog.lengths(dayNumber);
    }
}
