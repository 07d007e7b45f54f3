package training.powerbi.desktop.ui.day;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.ui.form.ConflictPane;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// The form of one recording below its row.
final class RecordingEditPane extends VBox {
    private final RecordingEditor editor;
    private final Texts texts;
    private final VBox conflict = new VBox();

    RecordingEditPane(RecordingEditor editor, Texts texts) {
        this.editor = editor;
        this.texts = texts;
        getStyleClass().add("edit-pane");
        var save = Buttons.primary(texts.get("recording.edit.save"), Feather.CHECK, editor::save);
        Nodes.restsWhile(save, editor.busy());
        var cancel = Buttons.of(texts.get("recording.edit.cancel"), Feather.X, editor::cancel);
        cancel.getStyleClass().add(Styles.FLAT);
        var buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("actions");
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new RecordingFields(editor.form(), texts, editor.hasAddress(), editor::save).root(),
                        Nodes.shownWhen(conflict, Bindings.isNotEmpty(conflict.getChildren())),
                        Nodes.shownWhen(buttons, editor.theirs().isNull()));
        editor.theirs().subscribe(this::compare);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                editor.cancel();
                event.consume();
            }
        });
    }

    private void compare(@Nullable DayRecording theirs) {
        conflict.getChildren().clear();
        if (theirs != null) {
            var form = editor.form();
            conflict.getChildren()
                    .add(new ConflictPane(
                            texts,
                            List.of(
                                    pair("recording.title", form.title().get(), theirs.title()),
                                    pair("recording.address", form.address().get(), theirs.videoUrl()),
                                    pair(
                                            "recording.length",
                                            form.length().get(),
                                            Amounts.length(theirs.durationSeconds()))),
                            editor::keepMine,
                            editor::takeTheirs));
        }
    }

    private ConflictPane.Pair pair(String name, String mine, String theirs) {
        return new ConflictPane.Pair(texts.get(name), mine, theirs);
    }
}
