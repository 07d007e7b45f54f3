package training.powerbi.desktop.ui.signin;

import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
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

    /// Of the card while nothing is said below its form.
    private static final double USUAL_HEIGHT = 480;

    @FXML
    private StackPane page;

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
        page.heightProperty().subscribe(height -> {
            var above = Math.clamp((height.doubleValue() - USUAL_HEIGHT) / 2, 8, 160);
            page.setPadding(new Insets(above, 8, 8, 8));
        });
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
