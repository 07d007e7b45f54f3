package training.powerbi.desktop.ui.day;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import training.powerbi.desktop.ui.form.FieldErrors;

/// An address with a name being typed.
final class LinkForm {
    static final String TITLE = "title";
    static final String ADDRESS = "url";

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final FieldErrors errors = new FieldErrors(TITLE, ADDRESS);

    LinkForm() {
        errors.forget(TITLE, title);
        errors.forget(ADDRESS, address);
    }

    /// Whether nothing stands in it.
    boolean isEmpty() {
        return (title.get() + address.get()).isBlank();
    }

    StringProperty title() {
        return title;
    }

    StringProperty address() {
        return address;
    }

    FieldErrors errors() {
        return errors;
    }

    void clear() {
        title.set("");
        address.set("");
        errors.clear();
    }

    boolean check(DayDesk desk, boolean withTitle) {
        errors.clear();
        if (withTitle && title.get().isBlank()) {
            errors.of(TITLE).set(desk.text("materials.title-missing"));
        }
        if (!address.get().strip().matches("https?://\\S+")) {
            errors.of(ADDRESS).set(desk.text("materials.address-missing"));
        }
        return !errors.any();
    }
}
