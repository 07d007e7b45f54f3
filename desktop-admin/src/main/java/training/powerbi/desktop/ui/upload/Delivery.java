package training.powerbi.desktop.ui.upload;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A file of slides or a resource on its way to the portal.
public final class Delivery {
    private final Path file;
    private final int dayNumber;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    Delivery(int dayNumber, Path file) {
        this.dayNumber = dayNumber;
        this.file = file;
    }

    int dayNumber() {
        return dayNumber;
    }

    Path file() {
        return file;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /// 0 to 1.
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// Why it did not arrive; empty while it may.
    public ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    void begin() {
        error.set("");
        fraction.set(0);
    }

    void advance(double to) {
        fraction.set(Math.clamp(to, 0, 1));
    }

    void fail(String why) {
        error.set(why);
    }
}
