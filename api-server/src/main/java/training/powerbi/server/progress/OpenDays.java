package training.powerbi.server.progress;

import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.curriculum.DayVisibility;
import training.powerbi.server.curriculum.Days;

/// Progress is made on open days only.
@Component
class OpenDays {
    private final Curriculum curriculum;
    private final DayVisibility visibility;

    OpenDays(Curriculum curriculum, DayVisibility visibility) {
        this.curriculum = curriculum;
        this.visibility = visibility;
    }

    /// @throws PortalException DAY_NOT_FOUND or DAY_LOCKED
    void require(Viewer viewer, int dayNumber) {
        if (curriculum.day(viewer, dayNumber).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
        if (!visibility.mayOpen(viewer, dayNumber)) {
            throw Days.locked(dayNumber);
        }
    }
}
