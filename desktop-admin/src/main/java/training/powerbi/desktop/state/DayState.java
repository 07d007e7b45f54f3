package training.powerbi.desktop.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import training.powerbi.client.Course.DayProgress;
import training.powerbi.client.CourseDay;

/// One day as last heard of. Of use on the FX thread only.
public final class DayState {
    private final ReadOnlyObjectWrapper<CourseDay> day;
    private final ReadOnlyObjectWrapper<LockState> lock;
    private final ReadOnlyObjectWrapper<DayProgress> progress;

    DayState(CourseDay first) {
        day = new ReadOnlyObjectWrapper<>(first);
        lock = new ReadOnlyObjectWrapper<>(LockState.of(first.isUnlocked()));
        progress = new ReadOnlyObjectWrapper<>(new DayProgress(first.dayNumber(), 0, 0));
    }

    public int number() {
        return day().dayNumber();
    }

    public CourseDay day() {
        return day.get();
    }

    public ReadOnlyObjectProperty<CourseDay> dayProperty() {
        return day.getReadOnlyProperty();
    }

    public LockState lock() {
        return lock.get();
    }

    public ReadOnlyObjectProperty<LockState> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    public DayProgress progress() {
        return progress.get();
    }

    public ReadOnlyObjectProperty<DayProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Asks for the other state, unless that is under way already.
    ///
    /// @return whether the caller is to ask the portal
    public boolean begin(boolean unlock) {
        if (lock().isPending() || lock().isOpen() == unlock) {
            return false;
        }
        lock.set(unlock ? LockState.UNLOCKING : LockState.LOCKING);
        return true;
    }

    /// The portal refused or did not answer: back to what is known.
    public void giveUp() {
        lock.set(LockState.of(day().isUnlocked()));
    }

    /// Takes a newer answer over; an older one is left alone.
    public void hear(CourseDay answer) {
        if (answer.revision() >= day().revision()) {
            day.set(answer);
            if (!lock().isPending() || answer.isUnlocked() == (lock() == LockState.UNLOCKING)) {
                lock.set(LockState.of(answer.isUnlocked()));
            }
        }
    }

    void hear(DayProgress now) {
        progress.set(now);
    }
}
