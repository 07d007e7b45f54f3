package training.powerbi.desktop.ui.signin;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.signin.SignInViewModel.Step;

/// The one card of the sign-in screen, changing with the step.
public final class SignInView implements View {
    private static final double WIDTH = 400;

    private final SignInViewModel model;
    private final Texts texts;
    private final VBox form = new VBox(12);
    private final StackPane root = new StackPane();

    public SignInView(SignInViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        var problem = Nodes.paragraph("", "problem");
        problem.textProperty().bind(model.problem());
        problem.setMaxWidth(Double.MAX_VALUE);
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.get("signin.busy"));
        var card = new VBox(
                16,
                Nodes.label(texts.get("app.title"), "title-2"),
                form,
                Nodes.shownWhen(problem, model.problem().isNotEmpty()),
                Nodes.shownWhen(bar, model.busy()));
        card.getStyleClass().addAll("panel", "signin");
        card.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        root.getStyleClass().add("signin-page");
        root.getChildren().add(card);
        model.step().subscribe(this::show);
    }

    private void show(Step step) {
        form.getChildren()
                .setAll(
                        switch (step) {
                            case ADDRESS -> address();
                            case WHO -> who();
                            case CODE -> code();
                            case NEW_PASSWORD -> newPassword();
                        });
    }

    private Node[] address() {
        var address = new ComboBox<String>();
        address.setEditable(true);
        address.getItems().setAll(model.knownPortals());
        address.setMaxWidth(Double.MAX_VALUE);
        address.getEditor().textProperty().bindBidirectional(model.addressProperty());
        address.getEditor().setPromptText(texts.get("signin.address.example"));
        return new Node[] {
            Nodes.paragraph(texts.get("signin.address.intro"), "quiet"),
            named(texts.get("signin.address"), address),
            address,
            primary(texts.get("signin.go-on"), model::findPortal)
        };
    }

    private Node[] who() {
        var email = new TextField();
        email.textProperty().bindBidirectional(model.emailProperty());
        var password = new PasswordField();
        if (!model.emailProperty().get().isBlank()) {
            Platform.runLater(password::requestFocus);
        }
        var form = new VBox(
                8,
                named(texts.get("signin.email"), email),
                email,
                named(texts.get("signin.password"), password),
                password,
                primary(texts.get("signin.sign-in"), () -> model.withPassword(password.getText())));
        if (model.offersMicrosoft()) {
            form.getChildren().addFirst(microsoft());
        }
        var other = Nodes.button(texts.get("signin.other-portal"), model::otherPortal, "flat");
        var cancel = Nodes.shownWhen(Nodes.button(texts.get("signin.cancel"), model::cancel, "flat"), model.busy());
        return new Node[] {Nodes.paragraph(model.courseTitle(), "quiet"), form, new HBox(8, other, cancel)};
    }

    private VBox microsoft() {
        var button = primary(texts.get("signin.microsoft"), model::withMicrosoft);
        button.setDefaultButton(false);
        button.setGraphic(Icons.of(Feather.LOG_IN));
        var code = Nodes.button(texts.get("signin.with-code"), model::withCode, "flat");
        code.disableProperty().bind(model.busy());
        return new VBox(8, button, code, new Separator());
    }

    private Node[] code() {
        var shown = model.code().get();
        if (shown == null) {
            return new Node[0];
        }
        var code = new TextField(shown.code());
        code.setEditable(false);
        code.getStyleClass().add("device-code");
        code.setAccessibleText(texts.get("signin.code"));
        return new Node[] {
            Nodes.paragraph(texts.get("signin.code.intro", shown.address()), "quiet"),
            code,
            Nodes.button(texts.get("signin.cancel"), model::cancel)
        };
    }

    private Node[] newPassword() {
        var current = new PasswordField();
        var next = new PasswordField();
        var again = new PasswordField();
        return new Node[] {
            Nodes.paragraph(texts.get("signin.change.intro"), "quiet"),
            named(texts.get("signin.change.current"), current),
            current,
            named(texts.get("signin.change.next"), next),
            next,
            named(texts.get("signin.change.again"), again),
            again,
            primary(
                    texts.get("signin.change.action"),
                    () -> model.changePassword(current.getText(), next.getText(), again.getText()))
        };
    }

    private static Label named(String text, Control control) {
        var label = Nodes.label(text, "field-name");
        label.setLabelFor(control);
        return label;
    }

    private Button primary(String text, Runnable action) {
        var button = Nodes.button(text, action, "accent");
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER);
        button.disableProperty().bind(model.busy());
        return button;
    }

    @Override
    public Parent root() {
        return root;
    }
}
