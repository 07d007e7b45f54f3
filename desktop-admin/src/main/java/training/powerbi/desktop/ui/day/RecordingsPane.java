package training.powerbi.desktop.ui.day;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Rows;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.upload.DropZone;

/// The day's recordings, and the ways to more.
final class RecordingsPane extends VBox {
    private final DayViewModel model;
    private final Texts texts;
    private final Map<RecordingItem, Node> rows = new HashMap<>();
    private final Map<RecordingItem, Node> removedRows = new HashMap<>();

    RecordingsPane(DayViewModel model) {
        this.model = model;
        this.texts = model.texts();
        getStyleClass().add("part");
        var list = new VBox();
        list.getStyleClass().add("rows");
        var recordings = model.recordings();
        Rows.follow(list, recordings.active(), item -> rows.computeIfAbsent(item, this::row));
        var none = new Label(texts.get("recording.empty"));
        none.getStyleClass().add("empty");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Nodes.shownWhen(none, Bindings.isEmpty(recordings.active())),
                        Nodes.shownWhen(list, Bindings.isNotEmpty(list.getChildren())),
                        new DropZone(
                                texts.get("recording.drop"),
                                Buttons.of(texts.get("recording.choose.button"), Feather.FOLDER, model::chooseVideo),
                                model::dropVideos),
                        onlyForCohort(),
                        filmLength(),
                        adding(),
                        removed());
    }

    private Node row(RecordingItem item) {
        return new RecordingRow(model, item);
    }

    private Node onlyForCohort() {
        var only = new CheckBox();
        only.setId("recording-of-cohort");
        only.setMnemonicParsing(false);
        only.textProperty().bind(model.cohortName().map(name -> texts.get("recording.only-for", name)));
        only.setWrapText(true);
        only.setMinHeight(USE_PREF_SIZE);
        only.selectedProperty().bindBidirectional(model.ofCohort());
        return Nodes.shownWhen(only, model.several());
    }

    private Node filmLength() {
        var length = new TextField();
        length.setId("film-length");
        length.setPromptText(texts.get("recording.film-length.prompt"));
        length.textProperty().bindBidirectional(model.filmLength().typed());
        return new LabelledField(
                texts.get("recording.film-length"), length, model.filmLength().error());
    }

    private TitledPane adding() {
        var form = model.adding();
        var add = Buttons.primary(texts.get("recording.add.action"), Feather.PLUS, model::add);
        add.setId("recording-add");
        Nodes.restsWhile(add, form.busy());
        var content = new VBox(new RecordingFields(form.form(), texts, true, model::add).root(), add);
        content.getStyleClass().add("form");
        return folded(texts.get("recording.add"), content);
    }

    private TitledPane removed() {
        var items = model.recordings().removed();
        var list = new VBox();
        list.getStyleClass().add("rows");
        Rows.follow(list, items, item -> removedRows.computeIfAbsent(item, this::removedRow));
        var pane = folded("", list);
        pane.textProperty()
                .bind(Bindings.createStringBinding(() -> texts.get("recording.removed-ones", items.size()), items));
        return Nodes.shownWhen(pane, Bindings.isNotEmpty(items));
    }

    private Node removedRow(RecordingItem item) {
        var title = new Label();
        title.textProperty().bind(item.recordingProperty().map(recording -> recording.title()));
        title.setMinWidth(0);
        Nodes.toldInFull(title);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var restore = Buttons.of(
                texts.get("recording.restore"),
                Feather.ROTATE_CCW,
                () -> model.recordings().restore(item));
        restore.setAccessibleText(
                texts.get("recording.restore.of", item.recording().title()));
        restore.setMinWidth(USE_PREF_SIZE);
        Nodes.restsWhile(restore, item.pending());
        var row = new HBox(title, restore);
        row.getStyleClass().add("removed");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static TitledPane folded(String title, Node content) {
        var pane = new TitledPane(title, content);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().addAll(Styles.DENSE, "folded");
        return pane;
    }
}
