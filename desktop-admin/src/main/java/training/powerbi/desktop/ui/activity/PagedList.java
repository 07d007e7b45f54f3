package training.powerbi.desktop.ui.activity;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.model.Connection;

/// A long list of the portal's of which only as much is fetched as somebody scrolls to.
final class PagedList<T> {
    private static final int AHEAD = 30;

    private final TaskExecutor tasks;
    private final Screen screen;
    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Source<T> source = after -> new Connection<>(List.of(), new Connection.PageInfo(false, null), 0);
    private TaskExecutor.Cancellation fetching = () -> {};
    private @Nullable String end;
    private boolean more;

    /// Asks the portal for one page; blocks.
    @FunctionalInterface
    interface Source<T> {
        Connection<T> page(@Nullable String after);
    }

    PagedList(TaskExecutor tasks, Screen screen) {
        this.tasks = tasks;
        this.screen = screen;
    }

    ObservableList<T> items() {
        return items;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// Why the last page could not be had; empty when it could.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// How many there are at the portal.
    ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Begins anew, with what another source has. What is shown stays until that has answered.
    void load(Source<T> from) {
        source = from;
        fetching.cancel();
        end = null;
        if (items.isEmpty()) {
            phase.set(Phase.LOADING);
        }
        fetch(null);
    }

    /// An item is looked at: sees to it that those behind it are there.
    void need(int index) {
        if (more && !busy.get() && failure.get().isEmpty() && index >= items.size() - AHEAD) {
            fetch(end);
        }
    }

    /// Asks again for what could not be had.
    void retry() {
        if (items.isEmpty() || end == null) {
            load(source);
        } else {
            fetch(end);
        }
    }

    void replace(UnaryOperator<T> newer) {
        items.replaceAll(newer);
    }

    private void fetch(@Nullable String after) {
        var asked = source;
        busy.set(true);
        failure.set("");
        fetching = tasks.run(() -> asked.page(after), page -> take(page, after == null), this::stop);
    }

    private void take(Connection<T> page, boolean first) {
        busy.set(false);
        var nodes = page.edges().stream().map(Connection.Edge::node).toList();
        if (first) {
            items.setAll(nodes);
        } else {
            items.addAll(nodes);
        }
        end = page.pageInfo().endCursor();
        more = page.pageInfo().hasNextPage();
        total.set(page.totalCount());
        phase.set(items.isEmpty() ? Phase.EMPTY : Phase.READY);
    }

    private void stop(Exception cause) {
        busy.set(false);
        failure.set(screen.errors().explain(cause));
        if (items.isEmpty()) {
            phase.set(Phase.FAILED);
        }
    }
}
