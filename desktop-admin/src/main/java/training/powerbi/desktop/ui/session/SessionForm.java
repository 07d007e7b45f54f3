package training.powerbi.desktop.ui.session;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The form for the clock and the session of a day.
public final class SessionForm implements View {
    private final SessionEditor editor;
    private final Parent root;

    @FXML
    private Label clock;

    @FXML
    private FlowPane clockFields;

    @FXML
    private LabelledField dateField;

    @FXML
    private DatePicker date;

    @FXML
    private TextField time;

    @FXML
    private Button set;

    @FXML
    private Button take;

    @FXML
    private LabelledField addressField;

    @FXML
    private TextField address;

    @FXML
    private LabelledField minutesField;

    @FXML
    private TextField minutes;

    @FXML
    private Button save;

    public SessionForm(SessionEditor editor, Texts texts) {
        this.editor = editor;
        root = Fxml.load(this, texts);
        clock.textProperty().bind(editor.clock());
        date.valueProperty().bindBidirectional(editor.date());
        time.textProperty().bindBidirectional(editor.time());
        address.textProperty().bindBidirectional(editor.address());
        minutes.textProperty().bindBidirectional(editor.minutes());
        dateField.showErrors(editor.errors().of(SessionEditor.OPENS));
        addressField.showErrors(editor.errors().of(SessionEditor.ADDRESS));
        minutesField.showErrors(editor.errors().of(SessionEditor.MINUTES));
        Nodes.shownWhen(
                clockFields,
                editor.day().map(day -> day != null && !day.isUnlocked()).orElse(false));
        Nodes.shownWhen(
                take,
                editor.day().map(day -> day != null && day.opensAt() != null).orElse(false));
        Nodes.restsWhile(set, editor.busy());
        Nodes.restsWhile(take, editor.busy());
        Nodes.restsWhile(save, editor.busy());
    }

    @FXML
    void setClock() {
        editor.setClock();
    }

    @FXML
    void takeClockAway() {
        editor.takeClockAway();
    }

    @FXML
    void save() {
        editor.save();
    }

    @Override
    public Parent root() {
        return root;
    }
}
