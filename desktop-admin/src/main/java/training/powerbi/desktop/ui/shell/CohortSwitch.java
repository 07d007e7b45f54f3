package training.powerbi.desktop.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.Course.Cohort;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;

/// Chooses the run of the course whose days, dates, progress and people are shown.
final class CohortSwitch extends MenuButton {
    private final ShellViewModel model;
    private final Texts texts;

    /// @param named whether the run's name is its text, or told by the tooltip only
    CohortSwitch(ShellViewModel model, Texts texts, boolean named) {
        this.model = model;
        this.texts = texts;
        setId(named ? "cohort-switch" : "cohort-switch-brief");
        setMnemonicParsing(false);
        setGraphic(new Icon(Feather.LAYERS));
        getStyleClass().add("cohort-switch");
        var name = Bindings.createStringBinding(this::name, model.cohorts(), model.cohortId());
        if (named) {
            textProperty().bind(name.map(Nodes::beginning));
        }
        accessibleTextProperty().bind(name.map(full -> texts.get("cohort.switch", full)));
        var told = new Tooltip();
        told.textProperty().bind(accessibleTextProperty());
        setTooltip(told);
        managedProperty().bind(model.several());
        model.cohorts().addListener((ListChangeListener<Cohort>) change -> fill());
        model.cohortId().addListener(change -> fill());
        fill();
    }

    private String name() {
        return model.cohorts().stream()
                .filter(each -> each.cohortId().equals(model.cohortId().get()))
                .findFirst()
                .map(Cohort::name)
                .orElse("");
    }

    private void fill() {
        getItems().clear();
        var group = new ToggleGroup();
        for (var cohort : model.cohorts()) {
            var item = new RadioMenuItem(texts.get("cohort.switch.item", cohort.name(), cohort.students()));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(cohort.cohortId().equals(model.cohortId().get()));
            item.setOnAction(event -> model.show(cohort));
            getItems().add(item);
        }
        var all = new MenuItem(texts.get("cohort.manage"));
        all.setOnAction(event -> model.open(Page.COHORTS));
        getItems().addAll(new SeparatorMenuItem(), all);
    }
}
