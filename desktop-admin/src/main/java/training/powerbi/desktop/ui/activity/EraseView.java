package training.powerbi.desktop.ui.activity;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Shows what goes with somebody, and erases them when their address is typed.
final class EraseView implements View {
    private final EraseViewModel model;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private Label lines;

    @FXML
    private TextField typed;

    @FXML
    private Button erase;

    EraseView(EraseViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        title.textProperty().bind(model.title());
        lines.textProperty().bind(model.lines());
        typed.promptTextProperty().bind(model.email());
        typed.textProperty().bindBidirectional(model.typed());
        erase.disableProperty().bind(model.ready().not());
        Nodes.shownWhen(typed, model.possible());
        Nodes.shownWhen(erase, model.possible());
        Nodes.shownWhen(root, model.open());
    }

    @FXML
    void erase() {
        model.erase();
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
