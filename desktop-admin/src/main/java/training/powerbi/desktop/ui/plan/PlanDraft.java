package training.powerbi.desktop.ui.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.SchedulePlan;
import training.powerbi.desktop.ui.kit.Screen;

/// When the days shall be taught, as far as it is typed.
public final class PlanDraft {
    private final Screen screen;
    private final ObjectProperty<@Nullable LocalDate> start = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("09:00");
    private final ObservableSet<DayOfWeek> weekdays =
            FXCollections.observableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private final ObservableList<LocalDate> skip = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param changed told when something else is typed
    public PlanDraft(Screen screen, Runnable changed) {
        this.screen = screen;
        Runnable anew = () -> {
            problem.set("");
            changed.run();
        };
        start.addListener(change -> anew.run());
        time.addListener(change -> anew.run());
        weekdays.addListener((SetChangeListener<DayOfWeek>) change -> anew.run());
        skip.addListener((ListChangeListener<LocalDate>) change -> anew.run());
    }

    public ObjectProperty<@Nullable LocalDate> start() {
        return start;
    }

    public StringProperty time() {
        return time;
    }

    /// On which there may be a session.
    public ObservableSet<DayOfWeek> weekdays() {
        return weekdays;
    }

    /// Dates without a session, in order.
    public ObservableList<LocalDate> skip() {
        return skip;
    }

    public void leaveOut(LocalDate date) {
        if (!skip.contains(date)) {
            var at = (int) skip.stream().filter(each -> each.isBefore(date)).count();
            skip.add(at, date);
        }
    }

    /// What is wrong with what is typed; empty when nothing is.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public void say(String sentence) {
        problem.set(sentence);
    }

    /// Empty, with a sentence in [#problem()], while something is missing.
    ///
    /// @param opensAfterMinutes how long after its session begins the clock opens a day; null when it does not
    public Optional<SchedulePlan> read(@Nullable Integer opensAfterMinutes) {
        var first = start.get();
        if (first == null) {
            problem.set(screen.texts().get("schedule.no-date"));
            return Optional.empty();
        }
        if (weekdays.isEmpty()) {
            problem.set(screen.texts().get("schedule.no-weekday"));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SchedulePlan(first, clockTime(time.get()), weekdays, List.copyOf(skip), opensAfterMinutes));
        } catch (DateTimeParseException e) {
            problem.set(screen.texts().get("schedule.bad-time"));
            return Optional.empty();
        }
    }

    /// A time as people type it, such as `9:00`.
    ///
    /// @throws DateTimeParseException when it is none
    public static LocalTime clockTime(String typed) {
        var at = typed.strip();
        return LocalTime.parse(at.length() == 4 ? "0" + at : at);
    }
}
