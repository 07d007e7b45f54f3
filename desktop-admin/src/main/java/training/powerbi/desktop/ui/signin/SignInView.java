package training.powerbi.desktop.ui.signin;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.signin.SignInViewModel.Step;

/// The one card of the sign-in screen, changing with the step.
public final class SignInView implements View {
    private final SignInViewModel model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private VBox form;

    @FXML
    private Label problem;

    @FXML
    private ProgressBar bar;

    public SignInView(SignInViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Fxml.load(this, texts);
        problem.textProperty().bind(model.problem());
        Nodes.shownWhen(problem, model.problem().isNotEmpty());
        Nodes.shownWhen(bar, model.busy());
        model.step().subscribe(step -> form.getChildren().setAll(view(step).root()));
    }

    private View view(Step step) {
        return switch (step) {
            case ADDRESS -> new AddressView(model, texts);
            case WHO -> new AccountView(model, texts);
            case CODE -> new CodeView(model, texts);
            case NEW_PASSWORD -> new NewPasswordView(model, texts);
        };
    }

    @Override
    public Parent root() {
        return root;
    }
}
