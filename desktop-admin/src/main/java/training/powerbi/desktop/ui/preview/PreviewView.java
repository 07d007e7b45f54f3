package training.powerbi.desktop.ui.preview;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The preview pane: invisible while nothing is previewed. The browser in it, which costs a hundred megabytes, is made
/// for each page and dropped on closing.
public final class PreviewView implements View {
    private final PreviewViewModel model;
    private final BorderPane root = new BorderPane();
    private final StackPane stage = new StackPane();
    private final Button close = new Button();
    private @Nullable LockedBrowser browser;
    private @Nullable Node before;

    public PreviewView(PreviewViewModel model) {
        this.model = model;
        var texts = model.screen().texts();
        root.getStyleClass().add("preview");
        StyleSheets.dress(root, PreviewView.class, "preview.css");
        stage.getStyleClass().add("preview-stage");
        root.setTop(bar(texts));
        root.setCenter(stage);
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        model.page().subscribe(this::turnTo);
        model.state().subscribe(state -> lay());
    }

    @Override
    public Parent root() {
        return root;
    }

    private HBox bar(Texts texts) {
        var title = new Label();
        title.getStyleClass().add("preview-title");
        title.setMinWidth(0);
        Nodes.toldInFull(title);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var page = model.page().get();
                            return page == null ? "" : page.title();
                        },
                        model.page()));
        close.setId("preview-close");
        close.getStyleClass().addAll("button-icon", "flat");
        close.setGraphic(new Icon(Feather.X));
        close.setAccessibleText(texts.get("preview.close"));
        close.setTooltip(new Tooltip(texts.get("preview.close")));
        close.setOnAction(event -> model.close());
        close.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                title,
                space,
                Buttons.of(texts.get("preview.browser"), Feather.EXTERNAL_LINK, model::openInBrowser),
                close);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    private void turnTo(@Nullable PreviewPage page) {
        drop();
        var opens = page != null && !root.isVisible();
        var closes = page == null && root.isVisible();
        if (opens && root.getScene() != null) {
            before = root.getScene().getFocusOwner();
        }
        root.setVisible(page != null);
        root.setManaged(page != null);
        if (opens) {
            close.requestFocus();
        } else if (closes && before != null) {
            before.requestFocus();
            before = null;
        }
        if (page != null && model.state().get() == PreviewState.LOADING) {
            browser = new LockedBrowser(model, page);
        }
        lay();
    }

    private void lay() {
        var texts = model.screen().texts();
        switch (model.state().get()) {
            case CLOSED -> stage.getChildren().clear();
            case LOADING -> {
                // The page works while it is covered.
                stage.getChildren().setAll(Placeholder.loading(texts.get("preview.loading")));
                show(0);
            }
            case SHOWN -> {
                stage.getChildren().clear();
                show(0);
            }
            case FAILED -> {
                drop();
                stage.getChildren()
                        .setAll(Placeholder.failed(
                                texts.get("preview.failed.title"),
                                model.reason(),
                                Buttons.primary(
                                        texts.get("preview.browser"), Feather.EXTERNAL_LINK, model::openInBrowser),
                                Buttons.of(texts.get("preview.retry"), Feather.REFRESH_CW, model::retry)));
            }
        }
    }

    private void show(int at) {
        if (browser != null) {
            stage.getChildren().add(at, browser.view());
        }
    }

    private void drop() {
        if (browser != null) {
            stage.getChildren().clear();
            browser.dispose();
            browser = null;
        }
    }
}
