package training.powerbi.desktop.ui.kit;

import java.time.Duration;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.task.TaskExecutor;

/// Short messages at the window's edge, none of which stops the work. Of use on the FX thread only.
public final class Notices {
    private static final Duration UNDO_TIME = Duration.ofSeconds(10);
    private static final Duration READING_TIME = Duration.ofSeconds(6);
    private static final int MOST = 4;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<Notice> shownView = FXCollections.unmodifiableObservableList(shown);
    private final TaskExecutor tasks;
    private long last;

    /// One message.
    ///
    /// @param id tells it from another with the same words
    /// @param problem whether it stays until it is dismissed
    /// @param about what it speaks of; a later word on the same takes its place. Empty for nothing in particular
    /// @param offer what the person may do about it
    public record Notice(
            long id,
            String text,
            boolean problem,
            String about,
            @Nullable Offer offer) {}

    /// Something to press beside a notice.
    public record Offer(String label, Runnable action) {}

    public Notices(TaskExecutor tasks) {
        this.tasks = tasks;
    }

    /// What is to be seen, newest last.
    public ObservableList<Notice> shown() {
        return shownView;
    }

    public void info(String text) {
        show(new Notice(++last, text, false, "", null), READING_TIME);
    }

    /// Offers to take something back, for ten seconds.
    ///
    /// @param about what was done to what, such as the lock of day 3
    public void undo(String about, String text, String label, Runnable action) {
        settled(about);
        show(new Notice(++last, text, false, about, new Offer(label, action)), UNDO_TIME);
    }

    public void problem(String text) {
        problem("", text);
    }

    /// Stays until it is dismissed, or until what it is about is settled.
    ///
    /// @param about what it keeps from working
    public void problem(String about, String text) {
        settled(about);
        shown.removeIf(notice -> notice.text().equals(text));
        add(new Notice(++last, text, true, about, null));
    }

    /// What notices of this announced is over or has changed: they are not true any more.
    public void settled(String about) {
        if (!about.isEmpty()) {
            shown.removeIf(notice -> notice.about().equals(about));
        }
    }

    /// Takes the offer, which is there only once.
    public void accept(Notice notice) {
        if (shown.remove(notice) && notice.offer() != null) {
            notice.offer().action().run();
        }
    }

    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    private void show(Notice notice, Duration time) {
        add(notice);
        tasks.later(time, () -> shown.removeIf(each -> each.id() == notice.id()));
    }

    private void add(Notice notice) {
        shown.add(notice);
        if (shown.size() > MOST) {
            shown.removeFirst();
        }
    }
}
