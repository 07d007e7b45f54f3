package training.powerbi.desktop.ui.activity;

import javafx.collections.SetChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.model.Role;

/// What can be done about one person.
final class PersonActions extends TableCell<PersonAccount, PersonAccount> {
    private final PeopleViewModel model;
    private final Texts texts;
    private final MenuButton menu = new MenuButton();

    PersonActions(PeopleViewModel model) {
        this.model = model;
        this.texts = model.screen().texts();
        menu.setGraphic(new Icon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll("flat", "no-arrow");
        model.pending().addListener((SetChangeListener<String>) change -> lock());
    }

    @Override
    protected void updateItem(@Nullable PersonAccount person, boolean empty) {
        super.updateItem(person, empty);
        if (empty || person == null || model.isSelf(person)) {
            setGraphic(null);
            return;
        }
        menu.setAccessibleText(texts.get("people.actions", model.name(person)));
        var other = person.role() == Role.ADMIN ? Role.STUDENT : Role.ADMIN;
        var reset = item("people.reset", Feather.KEY, () -> model.resetPassword(person));
        menu.getItems()
                .setAll(
                        item(
                                other == Role.ADMIN ? "people.make-trainer" : "people.make-student",
                                Feather.SHIELD,
                                () -> model.setRole(person, other)),
                        reset,
                        item(
                                person.isActive() ? "people.disable" : "people.enable",
                                person.isActive() ? Feather.USER_X : Feather.USER_CHECK,
                                () -> model.setActive(person, !person.isActive())),
                        item(
                                "people.erase",
                                Feather.TRASH_2,
                                () -> model.erase().ask(person, model.name(person))));
        // A disabled account is enabled first: the portal refuses a code for it.
        reset.setDisable(!person.isActive());
        if (other == Role.ADMIN) {
            menu.getItems().addFirst(item("people.open", Feather.USER, () -> model.open(person)));
        }
        lock();
        setGraphic(menu);
    }

    private void lock() {
        var person = getItem();
        menu.setDisable(person != null && model.pending().contains(person.userId()));
    }

    private MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(texts.get(key), new Icon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }
}
