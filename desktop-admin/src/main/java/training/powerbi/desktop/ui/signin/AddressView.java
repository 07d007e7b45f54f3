package training.powerbi.desktop.ui.signin;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Asks which portal.
final class AddressView implements View {
    private final SignInViewModel model;
    private final Parent root;

    @FXML
    private ComboBox<String> address;

    @FXML
    private Button goOn;

    AddressView(SignInViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        address.getItems().setAll(model.knownPortals());
        var editor = address.getEditor();
        editor.textProperty().bindBidirectional(model.addressProperty());
        editor.setPromptText(texts.get("signin.address.example"));
        Nodes.restsWhile(goOn, model.busy());
    }

    @FXML
    void findPortal() {
        model.findPortal();
    }

    @Override
    public Parent root() {
        return root;
    }
}
