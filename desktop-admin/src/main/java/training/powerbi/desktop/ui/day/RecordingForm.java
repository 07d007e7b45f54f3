package training.powerbi.desktop.ui.day;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import training.powerbi.desktop.ui.form.FieldErrors;

/// What is typed about a recording, and what is wrong with it.
final class RecordingForm {
    static final String TITLE = "title";
    static final String ADDRESS = "videoUrl";
    static final String LENGTH = "duration";

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty length = new SimpleStringProperty("");
    private final FieldErrors errors = new FieldErrors(TITLE, ADDRESS, LENGTH);

    RecordingForm() {
        errors.forget(TITLE, title);
        errors.forget(ADDRESS, address);
        errors.forget(LENGTH, length);
    }

    /// Whether nothing stands in it.
    boolean isEmpty() {
        return (title.get() + address.get() + length.get()).isBlank();
    }

    StringProperty title() {
        return title;
    }

    StringProperty address() {
        return address;
    }

    /// As a person writes it, such as `2h 30min`.
    StringProperty length() {
        return length;
    }

    FieldErrors errors() {
        return errors;
    }

    void clear() {
        title.set("");
        address.set("");
        length.set("");
        errors.clear();
    }

    /// Says what is missing, before the portal is asked. Which addresses there are is for the portal to say.
    boolean check(DayDesk desk, boolean withAddress) {
        errors.clear();
        if (title.get().isBlank()) {
            errors.of(TITLE).set(desk.text("recording.title-missing"));
        }
        if (withAddress && address.get().isBlank()) {
            errors.of(ADDRESS).set(desk.text("recording.address-missing"));
        }
        return !errors.any();
    }
}
