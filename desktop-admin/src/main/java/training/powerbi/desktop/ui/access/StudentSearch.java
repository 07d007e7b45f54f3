package training.powerbi.desktop.ui.access;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.model.Connection;
import training.powerbi.model.Role;

/// Finds a student of the run that is shown by a part of the name.
public final class StudentSearch {
    private static final Duration TYPING = Duration.ofMillis(250);
    private static final int MOST = 5;

    private final CourseDesk desk;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<PersonAccount> found = FXCollections.observableArrayList();
    private final ObservableList<PersonAccount> foundView = FXCollections.unmodifiableObservableList(found);
    private final ObjectProperty<@Nullable PersonAccount> chosen = new SimpleObjectProperty<>();
    private TaskExecutor.Cancellation typing = () -> {};
    private TaskExecutor.Cancellation asking = () -> {};

    StudentSearch(CourseDesk desk) {
        this.desk = desk;
        typed.addListener((text, before, now) -> {
            typing.cancel();
            typing = desk.tasks().later(TYPING, this::find);
        });
        desk.state().cohortId().addListener(change -> clear());
    }

    private void find() {
        var part = typed.get().strip();
        asking.cancel();
        if (part.isEmpty()) {
            found.clear();
            return;
        }
        var cohort = desk.state().narrowedTo();
        asking = desk.tasks()
                .run(
                        () -> desk.client().users(part, null, cohort).edges().stream()
                                .map(Connection.Edge::node)
                                .filter(person -> person.role() == Role.STUDENT)
                                .limit(MOST)
                                .toList(),
                        found::setAll,
                        desk.screen()::problem);
    }

    StringProperty typed() {
        return typed;
    }

    /// The first few whose name or e-mail has what is typed.
    ObservableList<PersonAccount> found() {
        return foundView;
    }

    /// Null until one was chosen.
    ObjectProperty<@Nullable PersonAccount> chosen() {
        return chosen;
    }

    void choose(PersonAccount person) {
        chosen.set(person);
        found.setAll(List.of());
    }

    void clear() {
        chosen.set(null);
        typed.set("");
        found.clear();
    }
}
