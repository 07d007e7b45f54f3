package training.powerbi.desktop.ui.activity;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.ui.activity.InviteViewModel.Validity;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Makes an invitation and shows its code, this once.
final class InviteView implements View {
    private final InviteViewModel model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private HBox asking;

    @FXML
    private LabelledField usesField;

    @FXML
    private Spinner<Integer> uses;

    @FXML
    private ComboBox<Validity> validity;

    @FXML
    private Button create;

    @FXML
    private HBox made;

    @FXML
    private TextField code;

    @FXML
    private Label once;

    InviteView(InviteViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Fxml.load(this, texts);
        uses.getValueFactory().setValue(model.uses().get());
        uses.valueProperty().subscribe(now -> {
            if (now != null) {
                model.uses().set(now);
            }
        });
        usesField.showErrors(model.error());
        validity.getItems().addAll(Validity.values());
        validity.setConverter(new Named());
        validity.valueProperty().bindBidirectional(model.validity());
        Nodes.restsWhile(create, model.busy());
        code.textProperty().bind(model.code());
        var isMade = model.code().isNotEmpty();
        Nodes.shownWhen(asking, isMade.not());
        Nodes.shownWhen(made, isMade);
        Nodes.shownWhen(once, isMade);
        Nodes.shownWhen(root, model.open());
    }

    @FXML
    void create() {
        model.create();
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

    private final class Named extends StringConverter<Validity> {
        @Override
        public String toString(@Nullable Validity validity) {
            return validity == null ? "" : texts.get("people.invite.validity." + validity.name());
        }

        @Override
        public Validity fromString(String text) {
            return Validity.MONTH;
        }
    }
}
