package training.powerbi.desktop.ui.activity;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.View;

/// What narrows the audit log: day, action, dates.
final class AuditFilterBar implements View {
    private final AuditViewModel model;
    private final Parent root;

    @FXML
    private ComboBox<@Nullable Integer> day;

    @FXML
    private ComboBox<@Nullable String> action;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    AuditFilterBar(AuditViewModel model) {
        this.model = model;
        var texts = model.screen().texts();
        root = Fxml.load(this, texts);
        day.getItems().add(null);
        day.setConverter(
                shownAs(number -> number == null ? texts.get("audit.filter.any-day") : texts.get("audit.day", number)));
        day.setOnShowing(event -> {
            day.getItems().setAll(model.dayNumbers());
            day.getItems().addFirst(null);
        });
        day.valueProperty().bindBidirectional(model.day());
        action.getItems().add(null);
        action.getItems().addAll(AuditViewModel.ACTIONS);
        action.setConverter(shownAs(name -> name == null ? texts.get("audit.filter.any-action") : model.what(name)));
        action.valueProperty().bindBidirectional(model.action());
        from.valueProperty().bindBidirectional(model.from());
        to.valueProperty().bindBidirectional(model.to());
    }

    @FXML
    void clear() {
        model.clearFilter();
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @Override
    public Parent root() {
        return root;
    }

    private static <T> StringConverter<@Nullable T> shownAs(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return words.of(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                // The boxes are chosen from, not typed into.
                return null;
            }
        };
    }

    /// What a choice is called; null chooses nothing.
    @FunctionalInterface
    private interface Words<T> {
        String of(@Nullable T value);
    }
}
