package training.powerbi.desktop.ui.student;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.ui.access.ExceptionForm;
import training.powerbi.desktop.ui.kit.Column;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// A student's days in a table, beside the explanation and the exceptions.
public final class StudentView implements View {
    /// Of the table, and of the forms beside it.
    private static final double ROOM_FOR_BOTH = 900;

    private final StudentViewModel model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private VBox page;

    @FXML
    private Label name;

    @FXML
    private Label email;

    @FXML
    private MenuButton cohort;

    public StudentView(StudentViewModel model) {
        this.model = model;
        this.texts = model.texts();
        root = Fxml.load(this, texts);
        StyleSheets.dress(root, StudentView.class, "student.css");
        Nodes.toldInFull(name);
        Nodes.toldInFull(email);
        cohort.setTooltip(new Tooltip());
        model.person().subscribe(this::show);
        cohort.setOnShowing(event -> fill());
        Nodes.shownWhen(cohort, Bindings.size(model.cohorts()).greaterThan(1));
        var scroll = new ScrollPane(new ExceptionForm(model.exceptions(), texts).root());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "student-side");
        scroll.setMinSize(300, 160);
        var split = new SplitPane(table(), scroll);
        split.setDividerPositions(0.55);
        split.widthProperty()
                .subscribe(width -> split.setOrientation(
                        width.doubleValue() < ROOM_FOR_BOTH ? Orientation.VERTICAL : Orientation.HORIZONTAL));
        var phases = new StudentPhases(model.phase(), model.failure(), model::refresh, texts);
        page.getChildren().add(phases.around(split));
        root.sceneProperty().subscribe(scene -> model.seen(scene != null));
    }

    private void show(@Nullable PersonAccount person) {
        name.setText(person == null ? "" : person.name());
        email.setText(person == null ? "" : person.email());
        cohort.setText(Nodes.beginning(model.cohort()));
        cohort.getTooltip().setText(texts.get("cohort.switch", model.cohort()));
        cohort.setAccessibleText(cohort.getTooltip().getText());
        fill();
    }

    private void fill() {
        cohort.getItems()
                .setAll(model.cohorts().stream()
                        .map(each -> {
                            var item = new RadioMenuItem(each.name());
                            item.setMnemonicParsing(false);
                            item.setSelected(model.isIn(each));
                            item.setOnAction(event -> model.move(each));
                            return item;
                        })
                        .toList());
    }

    private TableView<StudentDay> table() {
        var table = new TableView<StudentDay>(model.days());
        table.setId("student-days");
        table.setAccessibleText(texts.get("student.table"));
        table.setFixedCellSize(36);
        table.setMinHeight(140);
        table.getColumns().add(Column.of(texts.get("audit.column.day"), 60, day -> Integer.toString(day.number())));
        table.getColumns().add(Column.of(texts.get("recording.day.title"), 220, StudentDay::title));
        table.getColumns()
                .add(Column.of(
                        texts.get("student.column.progress"),
                        90,
                        day -> model.amounts().percent(day.percent())));
        table.getColumns()
                .add(Column.of(
                        texts.get("student.column.access"),
                        90,
                        day -> texts.get(day.isOpen() ? "lock.UNLOCKED" : "lock.LOCKED")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().selectedItemProperty().subscribe(day -> model.choose(day));
        table.setPlaceholder(new Label(""));
        return table;
    }

    @FXML
    void seeAs() {
        model.seeAs();
    }

    @FXML
    void back() {
        model.back();
    }

    @Override
    public Parent root() {
        return root;
    }
}
