package training.powerbi.server.access;

import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;

/// The one rule of who may see a day's content: admins always, students while the day is unlocked. Queries,
/// subscriptions and files all ask here, each time anew, so that a lock holds from the moment it is committed.
@Component
public class DayAccess {
    private final DayLocks locks;

    public DayAccess(DayLocks locks) {
        this.locks = locks;
    }

    /// Whether the viewer may see what the day holds; false when there is no such day.
    public boolean mayOpen(Viewer viewer, int dayNumber) {
        return locks.find(dayNumber).filter(lock -> mayOpen(viewer, lock)).isPresent();
    }

    /// The same of a day whose lock is at hand.
    public boolean mayOpen(Viewer viewer, DayLock lock) {
        return viewer.isAdmin() || lock.isUnlocked();
    }

    /// Asks for a day that the viewer may open.
    ///
    /// @throws PortalException DAY_NOT_FOUND or DAY_LOCKED
    public void require(Viewer viewer, int dayNumber) {
        var lock = locks.find(dayNumber).orElseThrow(() -> Days.notFound(dayNumber));
        if (!mayOpen(viewer, lock)) {
            throw Days.locked(dayNumber);
        }
    }
}
