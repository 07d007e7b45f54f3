package training.powerbi.desktop.ui.day;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.LabelledField;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// The form for a day's title and description.
final class DayForm extends VBox {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final DayEditor editor;
    private final Texts texts;
    private final VBox conflict = new VBox();

    DayForm(DayEditor editor, Texts texts) {
        this.editor = editor;
        this.texts = texts;
        getStyleClass().add("form");
        var title = new TextField();
        title.setId("day-title");
        title.textProperty().bindBidirectional(editor.title());
        var description = new TextArea();
        description.setId("day-description");
        description.setWrapText(true);
        description.setPrefRowCount(3);
        description.textProperty().bindBidirectional(editor.description());
        var errors = editor.errors();
        getChildren()
                .addAll(
                        new LabelledField(texts.get("recording.day.title"), title, errors.of(DayEditor.TITLE)),
                        new LabelledField(
                                texts.get("recording.day.description"), description, errors.of(DayEditor.DESCRIPTION)),
                        Nodes.shownWhen(conflict, Bindings.isNotEmpty(conflict.getChildren())),
                        buttons());
        editor.theirs().subscribe(this::compare);
        setOnKeyPressed(event -> {
            if (SAVE.match(event)) {
                editor.save();
                event.consume();
            }
        });
    }

    private HBox buttons() {
        var save = Buttons.primary(texts.get("recording.day.save"), Feather.CHECK, editor::save);
        save.setId("day-save");
        save.disableProperty().bind(editor.busy());
        var revert = Buttons.of(texts.get("recording.day.revert"), Feather.ROTATE_CCW, editor::revert);
        revert.getStyleClass().add(Styles.FLAT);
        revert.disableProperty().bind(editor.busy());
        var buttons = new HBox(save, revert);
        buttons.getStyleClass().add("actions");
        buttons.setAlignment(Pos.CENTER_LEFT);
        return Nodes.shownWhen(buttons, editor.dirty().and(editor.theirs().isNull()));
    }

    private void compare(@Nullable CourseDay theirs) {
        conflict.getChildren().clear();
        if (theirs != null) {
            conflict.getChildren()
                    .add(new ConflictPane(
                            texts,
                            List.of(
                                    new ConflictPane.Pair(
                                            texts.get("recording.day.title"),
                                            editor.title().get(),
                                            theirs.title()),
                                    new ConflictPane.Pair(
                                            texts.get("recording.day.description"),
                                            editor.description().get(),
                                            theirs.description())),
                            editor::keepMine,
                            editor::takeTheirs));
        }
    }
}
