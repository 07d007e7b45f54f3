package training.powerbi.desktop.ui.activity;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.activity.InviteForm.Validity;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.LabelledField;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// Makes an invitation and shows its code, this once.
final class InvitePane extends VBox {
    private static final int MOST_USES = 1000;

    private final InviteForm form;
    private final Texts texts;

    InvitePane(InviteForm form, Texts texts) {
        this.form = form;
        this.texts = texts;
        getStyleClass().addAll("card", "invite");
        var title = new Label(texts.get("people.invite.title"));
        title.getStyleClass().add("card-title");
        var made = form.code().isNotEmpty();
        getChildren().addAll(title, Nodes.shownWhen(asking(), made.not()), Nodes.shownWhen(code(), made));
        Nodes.shownWhen(this, form.open());
    }

    private HBox asking() {
        var uses = new Spinner<Integer>(1, MOST_USES, form.uses().get());
        uses.setEditable(true);
        uses.setPrefWidth(110);
        uses.valueProperty().subscribe(now -> {
            if (now != null) {
                form.uses().set(now);
            }
        });
        var validity = new ComboBox<Validity>();
        validity.getItems().addAll(Validity.values());
        validity.setConverter(new Named());
        validity.valueProperty().bindBidirectional(form.validity());
        var create = Buttons.primary(texts.get("people.invite.create"), Feather.KEY, form::create);
        create.getStyleClass().add("beside-field");
        create.disableProperty().bind(form.busy());
        var close = Buttons.of(texts.get("people.invite.cancel"), Feather.X, form::close);
        close.getStyleClass().addAll(Styles.FLAT, "beside-field");
        var line = new HBox(
                new LabelledField(texts.get("people.invite.uses"), uses, form.error()),
                new LabelledField(texts.get("people.invite.validity"), validity, new ReadOnlyStringWrapper("")),
                create,
                close);
        line.getStyleClass().add("form-line");
        return line;
    }

    private HBox code() {
        var code = new TextField();
        code.setEditable(false);
        code.setAccessibleText(texts.get("people.invite.code"));
        code.getStyleClass().add("invite-code");
        code.textProperty().bind(form.code());
        code.setPrefColumnCount(22);
        var note = new Label(texts.get("people.invite.once"));
        note.getStyleClass().add("facts");
        note.setWrapText(true);
        var line = new HBox(
                code,
                Buttons.primary(texts.get("people.invite.copy"), Feather.COPY, form::copy),
                Buttons.of(texts.get("people.invite.done"), Feather.CHECK, form::close),
                note);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
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
