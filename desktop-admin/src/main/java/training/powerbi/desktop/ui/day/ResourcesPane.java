package training.powerbi.desktop.ui.day;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
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
import training.powerbi.model.Resource;

/// The day's files and links.
final class ResourcesPane extends VBox {
    private final DayViewModel model;
    private final Resources resources;
    private final Texts texts;

    ResourcesPane(DayViewModel model) {
        this.model = model;
        this.resources = model.resources();
        this.texts = model.texts();
        getStyleClass().add("part");
        var none = new Label(texts.get("materials.resource.empty"));
        none.getStyleClass().add("empty");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        var list = new VBox();
        list.getStyleClass().add("rows");
        Rows.follow(list, resources.items(), this::row);
        var sending = new VBox();
        Rows.follow(
                sending,
                resources.deliveries().underWay(),
                delivery -> new DeliveryRow(resources.deliveries(), delivery, texts));
        getChildren()
                .addAll(
                        Nodes.shownWhen(none, Bindings.isEmpty(resources.items())),
                        Nodes.shownWhen(list, Bindings.isNotEmpty(list.getChildren())),
                        Nodes.shownWhen(sending, Bindings.isNotEmpty(sending.getChildren())),
                        new DropZone(
                                texts.get("materials.resource.drop"),
                                Buttons.of(texts.get("materials.choose"), Feather.FOLDER, resources::choose),
                                resources::drop),
                        link());
    }

    private Node row(Resource resource) {
        var isLink = resource.sizeBytes() == 0;
        var title = new Hyperlink(resource.title());
        title.setMinWidth(0);
        title.setMinHeight(24);
        Nodes.toldInFull(title);
        title.setOnAction(event -> {
            model.open(resource.url());
            title.setVisited(false);
        });
        var facts = new Label(
                isLink
                        ? texts.get("materials.resource.is-link")
                        : model.amounts().bytes(resource.sizeBytes()));
        facts.getStyleClass().add("facts");
        facts.setMinWidth(USE_PREF_SIZE);
        facts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        var row = new HBox(
                new Icon(isLink ? Feather.LINK : Feather.FILE),
                title,
                facts,
                Nodes.iconButton(
                        Feather.TRASH_2,
                        texts.get("materials.resource.remove", resource.title()),
                        () -> resources.remove(resource)));
        row.getStyleClass().add("resource");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox link() {
        var form = resources.link();
        var title = new TextField();
        title.textProperty().bindBidirectional(form.title());
        var address = new TextField();
        address.setPromptText("https://");
        address.textProperty().bindBidirectional(form.address());
        address.setOnAction(event -> resources.submitLink());
        var titleField = new LabelledField(
                texts.get("materials.resource.title"), title, form.errors().of(LinkForm.TITLE));
        var addressField = new LabelledField(
                texts.get("materials.resource.address"), address, form.errors().of(LinkForm.ADDRESS));
        HBox.setHgrow(titleField, Priority.ALWAYS);
        HBox.setHgrow(addressField, Priority.ALWAYS);
        var add = Buttons.of(texts.get("materials.resource.add"), Feather.PLUS, resources::submitLink);
        add.getStyleClass().addAll(Styles.FLAT, "beside-field");
        add.setMinWidth(USE_PREF_SIZE);
        Nodes.restsWhile(add, resources.busy());
        var line = new HBox(titleField, addressField, add);
        line.getStyleClass().add("form-line");
        return line;
    }
}
