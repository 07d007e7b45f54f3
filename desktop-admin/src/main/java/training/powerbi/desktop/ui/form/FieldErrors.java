package training.powerbi.desktop.ui.form;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What is wrong with a form, field by field; empty where nothing is.
public final class FieldErrors {
    private final Map<String, StringProperty> errors = new HashMap<>();

    public FieldErrors(String... fields) {
        for (var field : fields) {
            errors.put(field, new SimpleStringProperty(""));
        }
    }

    public StringProperty of(String field) {
        var error = errors.get(field);
        if (error == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return error;
    }

    /// What was said of a field is gone as soon as somebody types in it.
    ///
    /// @param typed what stands in the field
    public void forget(String field, ObservableValue<?> typed) {
        typed.addListener((value, before, now) -> of(field).set(""));
    }

    public void clear() {
        errors.values().forEach(error -> error.set(""));
    }

    public boolean any() {
        return errors.values().stream().anyMatch(error -> !error.get().isEmpty());
    }

    /// Puts the portal's complaint beside the field it is about.
    ///
    /// @return false when it is about none of these fields
    public boolean take(Exception failure) {
        if (failure instanceof PortalException refused && refused.code() == ErrorCode.BAD_USER_INPUT) {
            var field = refused.field().map(errors::get);
            field.ifPresent(error -> error.set(refused.sentence()));
            return field.isPresent();
        }
        return false;
    }
}
