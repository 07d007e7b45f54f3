package training.powerbi.desktop.ui.day;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// One recording students see, with what can be done about it.
final class RecordingRow extends VBox {
    private final DayViewModel model;
    private final RecordingItem item;
    private final Texts texts;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label origin = new Label();
    private final VBox form = new VBox();
    private final VBox captions = new VBox();

    RecordingRow(DayViewModel model, RecordingItem item) {
        this.model = model;
        this.item = item;
        this.texts = model.texts();
        getStyleClass().add("recording");
        title.getStyleClass().add("recording-title");
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        origin.getStyleClass().add("facts");
        var actions = actions();
        var words = new VBox(title, facts, origin);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new Icon(platformIcon()), words, actions);
        line.getStyleClass().add("recording-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, Nodes.shownWhen(form, Bindings.isNotEmpty(form.getChildren())), captions);
        item.recordingProperty().subscribe(this::say);
        item.editor().subscribe(this::edit);
        Nodes.restsWhile(this, item.pending());
    }

    private HBox actions() {
        var name = item.recording().title();
        var words = new ToggleButton("", new Icon(Feather.MESSAGE_SQUARE));
        words.setAccessibleText(texts.get("recording.captions.of", name));
        words.setTooltip(new Tooltip(texts.get("recording.captions")));
        words.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        words.selectedProperty().subscribe(this::unfoldCaptions);
        Nodes.shownWhen(captions, words.selectedProperty());
        var actions = new HBox(
                named(
                        Nodes.iconButton(Feather.PLAY, texts.get("recording.preview"), () -> model.preview(item)),
                        "preview"),
                named(
                        Nodes.iconButton(
                                Feather.EDIT_2,
                                texts.get("recording.edit"),
                                () -> model.recordings().edit(item)),
                        "edit"),
                words,
                named(
                        Nodes.iconButton(
                                Feather.TRASH_2,
                                texts.get("recording.remove"),
                                () -> model.recordings().remove(item)),
                        "remove"));
        actions.setMinWidth(USE_PREF_SIZE);
        actions.setAlignment(Pos.CENTER_RIGHT);
        return actions;
    }

    /// Made when asked for: few are ever looked at, and a day may have forty recordings.
    private void unfoldCaptions(boolean unfolded) {
        if (unfolded && captions.getChildren().isEmpty()) {
            captions.getChildren().add(new CaptionsPane(item.captions(), item.recordingProperty(), texts));
        }
    }

    private Button named(Button button, String action) {
        button.setAccessibleText(
                texts.get("recording." + action + ".of", item.recording().title()));
        button.setId(action + "-" + item.id());
        return button;
    }

    private Feather platformIcon() {
        return switch (item.recording().platform()) {
            case YOUTUBE -> Feather.YOUTUBE;
            case VIMEO, DIRECT -> Feather.LINK;
            case UPLOAD -> Feather.FILM;
        };
    }

    private void say(DayRecording recording) {
        title.setText(recording.title());
        title.setTooltip(new Tooltip(recording.title()));
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("recording.platform." + recording.platform().name()));
        if (recording.durationSeconds() > 0) {
            parts.add(Amounts.length(recording.durationSeconds()));
        }
        parts.add(texts.get("recording.views", recording.viewCount()));
        if (!recording.captions().isEmpty()) {
            parts.add(texts.get("recording.captions.count", recording.captions().size()));
        }
        var cohort = model.cohortOf(recording);
        if (!cohort.isEmpty()) {
            parts.add(cohort);
        }
        facts.setText(String.join(" · ", parts));
        var when = model.times().ago(recording.uploadedAt());
        var by = recording.uploadedBy();
        origin.setText(
                by == null
                        ? texts.get("recording.uploaded", when)
                        : texts.get("recording.uploaded-by", when, by.name()));
    }

    private void edit(@Nullable RecordingEditor editor) {
        form.getChildren().clear();
        if (editor != null) {
            var pane = new RecordingEditPane(editor, texts);
            form.getChildren().add(pane);
            pane.requestFocus();
        }
    }
}
