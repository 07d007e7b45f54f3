package training.powerbi.desktop.ui.activity;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// What narrows the audit log: day, action, dates.
final class AuditFilterBar extends FlowPane {
    private final AuditViewModel model;
    private final Texts texts;

    AuditFilterBar(AuditViewModel model) {
        this.model = model;
        this.texts = model.screen().texts();
        getStyleClass().add("filter-bar");
        setRowValignment(VPos.CENTER);
        var clear = Buttons.of(texts.get("audit.filter.clear"), Feather.X, model::clearFilter);
        clear.getStyleClass().add(Styles.FLAT);
        getChildren()
                .addAll(
                        day(),
                        action(),
                        named("audit.filter.from", date("audit.filter.from", model.from())),
                        named("audit.filter.to", date("audit.filter.to", model.to())),
                        clear,
                        Nodes.iconButton(Feather.REFRESH_CW, texts.get("audit.refresh"), model::refresh));
    }

    private ComboBox<@Nullable Integer> day() {
        var box = new ComboBox<@Nullable Integer>();
        box.getItems().add(null);
        box.setConverter(
                shownAs(number -> number == null ? texts.get("audit.filter.any-day") : texts.get("audit.day", number)));
        box.setAccessibleText(texts.get("audit.filter.day"));
        box.setId("audit-day");
        box.setOnShowing(event -> {
            box.getItems().setAll(model.dayNumbers());
            box.getItems().addFirst(null);
        });
        box.valueProperty().bindBidirectional(model.day());
        box.setPrefWidth(120);
        return box;
    }

    private ComboBox<@Nullable String> action() {
        var box = new ComboBox<@Nullable String>();
        box.getItems().add(null);
        box.getItems().addAll(AuditViewModel.ACTIONS);
        box.setConverter(shownAs(action -> action == null ? texts.get("audit.filter.any-action") : model.what(action)));
        box.setAccessibleText(texts.get("audit.filter.action"));
        box.setId("audit-action");
        box.valueProperty().bindBidirectional(model.action());
        box.setPrefWidth(190);
        return box;
    }

    private DatePicker date(String key, ObjectProperty<@Nullable LocalDate> value) {
        var picker = new DatePicker();
        picker.setAccessibleText(texts.get(key));
        picker.valueProperty().bindBidirectional(value);
        picker.setPrefWidth(140);
        return picker;
    }

    private HBox named(String key, DatePicker picker) {
        var name = new Label(texts.get(key));
        name.setLabelFor(picker);
        var both = new HBox(name, picker);
        both.setAlignment(Pos.CENTER_LEFT);
        both.getStyleClass().add("named");
        return both;
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
