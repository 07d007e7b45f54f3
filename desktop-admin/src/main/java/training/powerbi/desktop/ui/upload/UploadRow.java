package training.powerbi.desktop.ui.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// One upload: how far, how fast, how long still, and what can be done about it.
final class UploadRow extends VBox {
    private final UploadItem item;
    private final Texts texts;
    private final Amounts amounts;
    private final ProgressBar bar = new ProgressBar();
    private final Label facts = new Label();

    UploadRow(UploadQueue queue, UploadItem item) {
        this.item = item;
        this.texts = queue.screen().texts();
        this.amounts = new Amounts(texts);
        getStyleClass().add("upload");
        var name = item.upload().title();
        var title = new Label(texts.get("upload.title", name, item.upload().dayNumber()));
        title.getStyleClass().add("upload-title");
        title.setMinWidth(0);
        Nodes.toldInFull(title);
        facts.getStyleClass().add("facts");
        facts.setMinWidth(USE_PREF_SIZE);
        facts.setMaxWidth(Double.MAX_VALUE);
        facts.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(facts, Priority.ALWAYS);
        var state = item.stateProperty();
        var line = new HBox(
                title,
                facts,
                Nodes.shownWhen(
                        Nodes.iconButton(Feather.PAUSE, texts.get("upload.pause", name), () -> queue.pause(item)),
                        state.map(UploadState::canPause)),
                Nodes.shownWhen(
                        Nodes.iconButton(Feather.PLAY, texts.get("upload.go-on", name), () -> queue.goOn(item)),
                        state.map(UploadState::canGoOn)),
                Nodes.shownWhen(
                        Nodes.iconButton(Feather.X, texts.get("upload.cancel", name), () -> queue.cancel(item)),
                        state.map(now -> now != UploadState.DONE)),
                Nodes.shownWhen(
                        Nodes.iconButton(Feather.CHECK, texts.get("upload.dismiss", name), () -> queue.dismiss(item)),
                        state.map(now -> now == UploadState.DONE)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("upload-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(name);
        var message = new Label();
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.getStyleClass().add("upload-message");
        message.textProperty().bind(item.message());
        getChildren().addAll(line, bar, Nodes.shownWhen(message, item.message().isNotEmpty()), length(queue));
        item.sent().subscribe(bytes -> say());
        state.subscribe(now -> say());
    }

    /// For a film that hides how long it is.
    private HBox length(UploadQueue queue) {
        var typed = new TextField();
        typed.setPromptText(texts.get("recording.length.prompt"));
        typed.textProperty().bindBidirectional(item.length());
        typed.setOnAction(event -> queue.goOn(item));
        typed.setId("upload-length");
        var again = Buttons.of(texts.get("upload.again"), Feather.UPLOAD, () -> queue.goOn(item));
        again.setAccessibleText(texts.get("upload.again.of", item.upload().title()));
        again.getStyleClass().add("beside-field");
        again.setId("upload-again");
        var line = new HBox(new LabelledField(texts.get("recording.length"), typed, item.lengthError()), again);
        line.getStyleClass().add("upload-line");
        return Nodes.shownWhen(line, item.lengthAsked());
    }

    private void say() {
        getStyleClass().removeIf(style -> style.startsWith("is-"));
        getStyleClass().add("is-" + item.state().name().toLowerCase(Locale.ROOT));
        bar.setProgress(item.fraction());
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("upload.state." + item.state().name()));
        if (item.state() != UploadState.DONE) {
            parts.add(texts.get(
                    "upload.of",
                    amounts.bytes(item.sent().get()),
                    amounts.bytes(item.upload().sizeBytes())));
        }
        if (item.bytesPerSecond() >= 1) {
            parts.add(texts.get("upload.speed", amounts.bytes(Math.round(item.bytesPerSecond()))));
        }
        var left = item.timeLeft();
        if (left != null) {
            parts.add(texts.get("upload.left", amounts.about(left)));
        }
        facts.setText(String.join(" · ", parts));
    }
}
