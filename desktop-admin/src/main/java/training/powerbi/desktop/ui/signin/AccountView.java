package training.powerbi.desktop.ui.signin;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Asks who signs in.
final class AccountView implements View {
    private final SignInViewModel model;
    private final Parent root;

    @FXML
    private Label course;

    @FXML
    private VBox microsoft;

    @FXML
    private Button withMicrosoft;

    @FXML
    private Button withCode;

    @FXML
    private TextField email;

    @FXML
    private PasswordField password;

    @FXML
    private Button signIn;

    @FXML
    private Button cancel;

    AccountView(SignInViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        course.setText(model.courseTitle());
        if (!model.offersMicrosoft()) {
            ((VBox) microsoft.getParent()).getChildren().remove(microsoft);
        }
        email.textProperty().bindBidirectional(model.emailProperty());
        if (!email.getText().isBlank()) {
            Platform.runLater(password::requestFocus);
        }
        for (Node button : new Node[] {withMicrosoft, withCode, signIn}) {
            Nodes.restsWhile(button, model.busy());
        }
        Nodes.shownWhen(cancel, model.busy());
    }

    @FXML
    void withMicrosoft() {
        model.withMicrosoft();
    }

    @FXML
    void withCode() {
        model.withCode();
    }

    @FXML
    void withPassword() {
        model.withPassword(password.getText());
    }

    @FXML
    void otherPortal() {
        model.otherPortal();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @Override
    public Parent root() {
        return root;
    }
}
