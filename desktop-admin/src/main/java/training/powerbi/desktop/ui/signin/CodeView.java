package training.powerbi.desktop.ui.signin;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Shows the code that is typed on another device.
final class CodeView implements View {
    private final SignInViewModel model;
    private final Parent root;

    @FXML
    private Label intro;

    @FXML
    private TextField code;

    CodeView(SignInViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        var shown = model.code().get();
        if (shown != null) {
            intro.setText(texts.get("signin.code.intro", shown.address()));
            code.setText(shown.code());
        }
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
