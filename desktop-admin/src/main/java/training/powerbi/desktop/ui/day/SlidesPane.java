package training.powerbi.desktop.ui.day;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Rows;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.upload.DeliveryRow;
import training.powerbi.desktop.ui.upload.DropZone;

/// The day's slides: see them, replace them, take them away.
final class SlidesPane extends VBox {
    private final Slides slides;
    private final Texts texts;

    SlidesPane(DayViewModel model) {
        this.slides = model.slides();
        this.texts = model.texts();
        getStyleClass().add("part");
        var none = new Label(texts.get("materials.slides.empty"));
        none.getStyleClass().add("empty");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        var sending = new VBox();
        Rows.follow(
                sending,
                slides.deliveries().underWay(),
                delivery -> new DeliveryRow(slides.deliveries(), delivery, texts));
        var has = slides.address().isNotEmpty();
        getChildren()
                .addAll(
                        Nodes.shownWhen(none, has.not()),
                        Nodes.shownWhen(present(model), has),
                        Nodes.shownWhen(sending, Bindings.isNotEmpty(sending.getChildren())),
                        new DropZone(
                                texts.get("materials.slides.drop"),
                                Buttons.of(texts.get("materials.choose"), Feather.FOLDER, slides::choose),
                                slides::drop),
                        link());
    }

    private HBox present(DayViewModel model) {
        var what = new Label();
        what.textProperty().bind(slides.name());
        what.setMinWidth(0);
        Nodes.toldInFull(what);
        var since = new Label();
        since.getStyleClass().add("facts");
        since.textProperty().bind(slides.since());
        var words = new VBox(what, Nodes.shownWhen(since, slides.since().isNotEmpty()));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var preview = Buttons.of(texts.get("materials.slides.preview"), Feather.EYE, model::previewSlides);
        preview.setMinWidth(USE_PREF_SIZE);
        var remove = Nodes.iconButton(Feather.TRASH_2, texts.get("materials.slides.remove"), slides::remove);
        Nodes.restsWhile(remove, slides.busy());
        var line = new HBox(new Icon(Feather.MONITOR), words, preview, remove);
        line.getStyleClass().add("recording-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox link() {
        var address = new TextField();
        address.setPromptText("https://");
        address.textProperty().bindBidirectional(slides.link().address());
        address.setOnAction(event -> slides.submitLink());
        var field = new LabelledField(
                texts.get("materials.slides.link"),
                address,
                slides.link().errors().of(LinkForm.ADDRESS));
        HBox.setHgrow(field, Priority.ALWAYS);
        var use = Buttons.of(texts.get("materials.slides.link.action"), Feather.LINK, slides::submitLink);
        use.getStyleClass().addAll(Styles.FLAT, "beside-field");
        use.setMinWidth(USE_PREF_SIZE);
        Nodes.restsWhile(use, slides.busy());
        var line = new HBox(field, use);
        line.getStyleClass().add("form-line");
        return line;
    }
}
