package training.powerbi.desktop.ui.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.util.Subscription;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;

/// Opens and closes days. A switch stands between both until the portal has answered, and what was done can be
/// undone for ten seconds. On the FX thread.
public final class LockSwitch {
    private static final String ABOUT_MANY = "locks";

    private final PortalClient client;
    private final PortalState state;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Map<String, Subscription> watched = new HashMap<>();

    public LockSwitch(PortalClient client, PortalState state, TaskExecutor tasks, Screen screen) {
        this.client = client;
        this.state = state;
        this.tasks = tasks;
        this.screen = screen;
    }

    /// Opens or closes one day.
    public void toggle(DayState day) {
        set(List.of(day), !day.lock().isOpen());
    }

    /// Opens or closes those of the days that are not so already.
    public void set(List<DayState> days, boolean unlock) {
        settled(days);
        var round =
                new Round(unlock, days.stream().filter(day -> day.begin(unlock)).toList());
        round.start(true);
    }

    /// What was said of these days' locks is about to be untrue.
    private void settled(List<DayState> days) {
        days.forEach(day -> screen.notices().settled(about(day.number())));
        screen.notices().settled(ABOUT_MANY);
    }

    /// Another's change makes a notice untrue, and its undo with it.
    private void watch(String about, List<DayState> days) {
        watched.getOrDefault(about, Subscription.EMPTY).unsubscribe();
        watched.put(
                about,
                days.stream()
                        .map(day -> day.lockProperty()
                                .subscribe((before, now) -> screen.notices().settled(about)))
                        .reduce(Subscription.EMPTY, Subscription::and));
    }

    private static String about(int number) {
        return "lock " + number;
    }

    /// Days switched by one gesture, with one notice at the end.
    private final class Round {
        private final boolean unlock;
        private final List<DayState> days;
        private final List<DayState> done = new ArrayList<>();

        Round(boolean unlock, List<DayState> days) {
            this.unlock = unlock;
            this.days = days;
        }

        void start(boolean offerUndo) {
            // One after the other, in order: the class sees the days appear as the course has them.
            next(0, offerUndo);
        }

        private void next(int at, boolean offerUndo) {
            if (at == days.size()) {
                finish(offerUndo);
                return;
            }
            var day = days.get(at);
            var number = day.number();
            var cohortId = day.day().cohortId();
            tasks.run(
                    () -> unlock ? client.unlockDay(number, cohortId) : client.lockDay(number, cohortId),
                    answer -> {
                        state.hear(answer);
                        // It may be of a run that is not shown any more, whose undo is offered all the same.
                        day.hear(answer);
                        done.add(day);
                        next(at + 1, offerUndo);
                    },
                    failure -> {
                        days.subList(at, days.size()).forEach(DayState::giveUp);
                        refused(day, failure);
                        finish(offerUndo);
                    });
        }

        /// A request without an answer may have been carried out all the same: what is said ends when that shows.
        private void refused(DayState day, Exception failure) {
            var number = day.number();
            var key = unlock ? "lock.unlock-failed" : "lock.lock-failed";
            var why = screen.errors().explain(failure);
            watch(about(number), List.of(day));
            screen.notices().problem(about(number), screen.texts().get(key, number, why));
        }

        private void finish(boolean offerUndo) {
            if (done.isEmpty() || !offerUndo) {
                return;
            }
            var text = done.size() == 1
                    ? screen.texts()
                            .get(
                                    unlock ? "lock.unlocked" : "lock.locked",
                                    done.getFirst().number())
                    : screen.texts().get(unlock ? "lock.unlocked-many" : "lock.locked-many", done.size());
            var undone = List.copyOf(done);
            var about = done.size() == 1 ? about(done.getFirst().number()) : ABOUT_MANY;
            watch(about, undone);
            screen.notices().undo(about, text, screen.texts().get("lock.undo"), () -> {
                var back = undone.stream().filter(day -> day.begin(!unlock)).toList();
                new Round(!unlock, back).start(false);
            });
        }
    }
}
