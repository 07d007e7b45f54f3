package training.powerbi.desktop.ui.upload;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import training.powerbi.desktop.ui.kit.Texts;

/// What is said of all uploads together, and whether they are seen one by one.
final class UploadDrawer {
    private final Texts texts;
    private final ObservableList<UploadItem> items;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper anyDone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private long unfinished;

    /// @param items that also tell of the changes of their items' states
    UploadDrawer(Texts texts, ObservableList<UploadItem> items) {
        this.texts = texts;
        this.items = items;
        items.addListener((ListChangeListener<UploadItem>) change -> look());
    }

    /// Opens by itself when there is more to do, and closes when all is done; in between it is the person's.
    BooleanProperty open() {
        return open;
    }

    ReadOnlyBooleanProperty anyDone() {
        return anyDone.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    private void look() {
        var done =
                items.stream().filter(item -> item.state() == UploadState.DONE).count();
        var before = unfinished;
        unfinished = items.size() - done;
        anyDone.set(done > 0);
        summary.set(texts.get(unfinished == 0 ? "upload.all-done" : "upload.heading", unfinished, done));
        if (unfinished > before) {
            open.set(true);
        } else if (unfinished == 0
                && items.stream().allMatch(item -> item.message().get().isEmpty())) {
            open.set(false);
        }
    }
}
