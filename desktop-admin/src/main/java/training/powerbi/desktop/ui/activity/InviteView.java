package training.powerbi.desktop.ui.activity;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import training.powerbi.client.Course.Cohort;
import training.powerbi.desktop.ui.activity.InviteViewModel.Validity;
import training.powerbi.desktop.ui.form.Choices;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Makes an invitation and shows its code, this once.
final class InviteView implements View {
    private final InviteViewModel model;
    private final Parent root;

    @FXML
    private FlowPane asking;

    @FXML
    private LabelledField usesField;

    @FXML
    private Spinner<Integer> uses;

    @FXML
    private ComboBox<Validity> validity;

    @FXML
    private LabelledField cohortField;

    @FXML
    private ComboBox<Cohort> cohort;

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
        root = Fxml.load(this, texts);
        uses.getValueFactory().setValue(model.uses().get());
        uses.valueProperty().subscribe(now -> {
            if (now != null) {
                model.uses().set(now);
            }
        });
        usesField.showErrors(model.error());
        validity.getItems().addAll(Validity.values());
        validity.setConverter(Choices.named(each -> texts.get("people.invite.validity." + each.name())));
        cohort.setItems(model.cohorts());
        cohort.setConverter(Choices.named(Cohort::name));
        cohort.valueProperty().bindBidirectional(model.cohort());
        Nodes.shownWhen(cohortField, model.several());
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
}
