package training.powerbi.desktop.ui.signin;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Asks for a password of the trainer's own.
final class NewPasswordView implements View {
    private final SignInViewModel model;
    private final Parent root;

    @FXML
    private PasswordField current;

    @FXML
    private PasswordField next;

    @FXML
    private PasswordField again;

    @FXML
    private Button change;

    NewPasswordView(SignInViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        Nodes.restsWhile(change, model.busy());
    }

    @FXML
    void change() {
        model.changePassword(current.getText(), next.getText(), again.getText());
    }

    @Override
    public Parent root() {
        return root;
    }
}
