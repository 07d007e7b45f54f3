package training.powerbi.desktop.ui.activity;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Shows the link for a forgotten password, this once, ready to be copied.
final class ResetView implements View {
    private final ResetViewModel model;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private TextField link;

    @FXML
    private Label note;

    ResetView(ResetViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        title.textProperty().bind(model.title());
        link.textProperty().bind(model.link());
        note.textProperty().bind(model.note());
        Nodes.shownWhen(root, model.open());
    }

    @FXML
    void copy() {
        model.copy();
    }

    @FXML
    void close() {
        model.close();
    }

    @Override
    public Parent root() {
        return root;
    }
}
