package training.powerbi.desktop.ui.activity;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// Shows the link for a forgotten password, this once, ready to be copied.
final class ResetPane extends VBox {

    ResetPane(ResetForm form, Texts texts) {
        getStyleClass().addAll("card", "invite");
        setId("people-reset");
        var title = new Label();
        title.getStyleClass().add("card-title");
        // A long name wraps instead of pushing the buttons out of the window.
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.textProperty().bind(form.title());
        var note = new Label();
        note.getStyleClass().add("facts");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.textProperty().bind(form.note());
        getChildren().addAll(title, line(form, texts), note);
        Nodes.shownWhen(this, form.open());
    }

    private static HBox line(ResetForm form, Texts texts) {
        var link = new TextField();
        link.setId("people-reset-link");
        link.setEditable(false);
        link.setAccessibleText(texts.get("people.reset.link"));
        link.textProperty().bind(form.link());
        HBox.setHgrow(link, Priority.ALWAYS);
        var copy = Buttons.primary(texts.get("people.reset.copy"), Feather.COPY, form::copy);
        var done = Buttons.of(texts.get("people.reset.done"), Feather.CHECK, form::close);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        done.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(link, copy, done);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
