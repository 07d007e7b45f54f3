package training.powerbi.desktop.ui.day;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.ui.form.ConflictPane;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The form for a day's title and description.
final class DayForm implements View {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final DayEditor editor;
    private final Texts texts;
    private final Parent root;

    @FXML
    private LabelledField titleField;

    @FXML
    private TextField title;

    @FXML
    private LabelledField descriptionField;

    @FXML
    private TextArea description;

    @FXML
    private VBox conflict;

    @FXML
    private HBox buttons;

    @FXML
    private Button save;

    @FXML
    private Button revert;

    DayForm(DayEditor editor, Texts texts) {
        this.editor = editor;
        this.texts = texts;
        root = Fxml.load(this, texts);
        title.textProperty().bindBidirectional(editor.title());
        description.textProperty().bindBidirectional(editor.description());
        titleField.showErrors(editor.errors().of(DayEditor.TITLE));
        descriptionField.showErrors(editor.errors().of(DayEditor.DESCRIPTION));
        Nodes.restsWhile(save, editor.busy());
        Nodes.restsWhile(revert, editor.busy());
        Nodes.shownWhen(conflict, Bindings.isNotEmpty(conflict.getChildren()));
        Nodes.shownWhen(buttons, editor.dirty().and(editor.theirs().isNull()));
        editor.theirs().subscribe(this::compare);
        root.setOnKeyPressed(event -> {
            if (SAVE.match(event)) {
                editor.save();
                event.consume();
            }
        });
    }

    @FXML
    void save() {
        editor.save();
    }

    @FXML
    void revert() {
        editor.revert();
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

    @Override
    public Parent root() {
        return root;
    }
}
