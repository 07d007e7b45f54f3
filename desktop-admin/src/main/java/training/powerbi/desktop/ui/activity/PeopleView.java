package training.powerbi.desktop.ui.activity;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Column;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.model.Role;

/// Everyone with an account, found by a part of the name.
public final class PeopleView implements View {
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

    private final PeopleViewModel model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private VBox page;

    @FXML
    private CustomTextField filter;

    @FXML
    private CheckBox everyone;

    @FXML
    private MenuButton move;

    private final TableView<PersonAccount> table;

    public PeopleView(PeopleViewModel model) {
        this.model = model;
        this.texts = model.screen().texts();
        var list = model.people();
        this.table = table();
        var pane = new PhasePane(
                list.phase(),
                Placeholder.loading(texts.get("people.loading")),
                table,
                Placeholder.empty(Feather.USERS, texts.get("people.empty"), texts.get("people.empty.what")),
                Placeholder.failed(
                        texts.get("people.failed"),
                        list.failure(),
                        Buttons.of(texts.get("people.retry"), Feather.REFRESH_CW, list::retry)));
        VBox.setVgrow(pane, Priority.ALWAYS);
        root = Fxml.load(this, texts);
        filter.textProperty().bindBidirectional(model.filter());
        everyone.selectedProperty().bindBidirectional(model.everyone());
        Nodes.shownWhen(everyone, model.several());
        Nodes.shownWhen(move, model.several());
        move.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        move.setOnShowing(event -> fillMove());
        fillMove();
        page.getChildren()
                .addAll(
                        new InviteView(model.invite(), texts).root(),
                        new ResetView(model.reset(), texts).root(),
                        new EraseView(model.erase(), texts).root(),
                        pane,
                        new PageFooter(list, texts, "people"));
        StyleSheets.dress(root, PeopleView.class, "activity.css");
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.refresh();
            }
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @FXML
    void invite() {
        model.invite().open().set(true);
    }

    private void fillMove() {
        move.getItems()
                .setAll(model.cohorts().stream()
                        .map(cohort -> {
                            var item = new MenuItem(cohort.name());
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> model.move(
                                    List.copyOf(table.getSelectionModel().getSelectedItems()), cohort));
                            return item;
                        })
                        .toList());
    }

    private TableView<PersonAccount> table() {
        var table = new TableView<PersonAccount>(model.people().items());
        table.setId("people-table");
        table.setAccessibleText(texts.get("people.table"));
        table.setFixedCellSize(40);
        table.getColumns().add(Column.of(texts.get("people.column.name"), 180, model::name));
        table.getColumns().add(Column.of(texts.get("people.column.email"), 230, PersonAccount::email));
        table.getColumns().add(Column.of(texts.get("people.column.role"), 90, this::role));
        table.getColumns().add(Column.of(texts.get("people.column.seen"), 150, this::seen));
        var cohort = Column.of(texts.get("people.column.cohort"), 130, model::cohort);
        cohort.visibleProperty().bind(model.several());
        table.getColumns().add(cohort);
        var state = Column.of(texts.get("people.column.state"), 90, this::state);
        state.setMinWidth(84);
        table.getColumns().add(state);
        var actions = new TableColumn<PersonAccount, PersonAccount>("");
        actions.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        actions.setCellFactory(column -> new PersonActions(model));
        actions.setSortable(false);
        actions.setResizable(false);
        actions.setPrefWidth(56);
        table.getColumns().add(actions);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(view -> new PersonRow());
        table.setPlaceholder(new Label(""));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            var person = table.getSelectionModel().getSelectedItem();
            if (press.getCode() == KeyCode.ENTER && person != null) {
                model.open(person);
                press.consume();
            }
        });
        return table;
    }

    private String role(PersonAccount person) {
        return texts.get(person.role() == Role.ADMIN ? "people.trainer" : "people.student");
    }

    private String seen(PersonAccount person) {
        var at = person.lastLogin();
        return at == null ? texts.get("people.never-seen") : model.times().ago(at);
    }

    private String state(PersonAccount person) {
        return model.isSelf(person)
                ? texts.get("people.self")
                : texts.get(person.isActive() ? "people.active" : "people.out");
    }

    /// A row that asks for what lies behind it, and is dimmed for those who are kept out.
    private final class PersonRow extends TableRow<PersonAccount> {
        PersonRow() {
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && getItem() != null) {
                    model.open(getItem());
                }
            });
        }

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            if (index >= 0) {
                model.people().need(index);
            }
        }

        @Override
        protected void updateItem(@Nullable PersonAccount person, boolean empty) {
            super.updateItem(person, empty);
            pseudoClassStateChanged(OUT, person != null && !person.isActive());
        }
    }
}
