package training.powerbi.desktop.ui.access;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.access.AccessOverride;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Rows;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The exceptions that hold, why one student sees one day or does not, and the form for another exception.
public final class ExceptionForm implements View {
    private final Exceptions model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private Label none;

    @FXML
    private VBox list;

    @FXML
    private VBox picker;

    @FXML
    private Label hint;

    @FXML
    private Label why;

    @FXML
    private VBox form;

    @FXML
    private RadioButton grant;

    @FXML
    private RadioButton holdBack;

    @FXML
    private LabelledField reasonField;

    @FXML
    private TextField reason;

    @FXML
    private LabelledField untilField;

    @FXML
    private DatePicker until;

    @FXML
    private TextField untilTime;

    @FXML
    private Button make;

    public ExceptionForm(Exceptions model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Fxml.load(this, texts);
        Nodes.shownWhen(none, Bindings.isEmpty(model.active()));
        Rows.follow(list, model.active(), this::row);
        Nodes.shownWhen(list, Bindings.isNotEmpty(list.getChildren()));
        if (model.picksStudent()) {
            picker.getChildren().add(new StudentPicker(model.search(), texts).root());
        } else {
            hint.setText(texts.get("access.hint.day"));
        }
        why.textProperty().bind(model.why());
        Nodes.shownWhen(why, model.why().isNotEmpty());
        Nodes.shownWhen(hint, model.why().isEmpty());
        Nodes.shownWhen(form, model.ready());
        grant.setSelected(model.grants().get());
        holdBack.setSelected(!model.grants().get());
        grant.selectedProperty()
                .addListener((value, before, on) -> model.grants().set(on));
        reason.textProperty().bindBidirectional(model.reason());
        until.valueProperty().bindBidirectional(model.until());
        untilTime.textProperty().bindBidirectional(model.untilTime());
        untilTime.disableProperty().bind(model.until().isNull());
        reasonField.showErrors(model.errors().of(Exceptions.REASON));
        untilField.showErrors(model.errors().of(Exceptions.EXPIRES));
        Nodes.restsWhile(make, model.busy());
    }

    private Node row(AccessOverride made) {
        var about = Nodes.line(model.about(made), "strong");
        var facts = Nodes.paragraph(model.facts(made) + " · " + made.reason(), "facts");
        var words = new VBox(about, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var revoke =
                Nodes.iconButton(Feather.X, texts.get("access.revoke", model.about(made)), () -> model.revoke(made));
        Nodes.restsWhile(revoke, model.busy());
        var row = new HBox(new Icon(made.isOpen() ? Feather.UNLOCK : Feather.LOCK), words, revoke);
        row.getStyleClass().add("exception");
        return row;
    }

    @FXML
    void make() {
        model.make();
    }

    @Override
    public Parent root() {
        return root;
    }
}
