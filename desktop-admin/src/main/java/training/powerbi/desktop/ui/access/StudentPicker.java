package training.powerbi.desktop.ui.access;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Finds a student by typing, and shows the one that was chosen.
final class StudentPicker implements View {
    private final StudentSearch search;
    private final Texts texts;
    private final Parent root;

    @FXML
    private VBox finding;

    @FXML
    private TextField typed;

    @FXML
    private VBox found;

    @FXML
    private HBox chosen;

    @FXML
    private Label name;

    StudentPicker(StudentSearch search, Texts texts) {
        this.search = search;
        this.texts = texts;
        root = Fxml.load(this, texts);
        typed.textProperty().bindBidirectional(search.typed());
        search.found().addListener((ListChangeListener<PersonAccount>) change -> offer());
        name.textProperty().bind(search.chosen().map(this::words).orElse(""));
        Nodes.toldInFull(name);
        Nodes.shownWhen(chosen, search.chosen().isNotNull());
        Nodes.shownWhen(finding, search.chosen().isNull());
        Nodes.shownWhen(found, Bindings.isNotEmpty(search.found()));
    }

    private String words(@Nullable PersonAccount person) {
        if (person == null) {
            return "";
        }
        return person.name().equals(person.email())
                ? person.email()
                : texts.get("access.person", person.name(), person.email());
    }

    private void offer() {
        found.getChildren().setAll(search.found().stream().map(this::offered).toList());
    }

    private Button offered(PersonAccount person) {
        var button = Nodes.toldInFull(Nodes.button(words(person), () -> search.choose(person), "flat"));
        button.setMnemonicParsing(false);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("found-student");
        return button;
    }

    @FXML
    void another() {
        search.clear();
        typed.requestFocus();
    }

    @Override
    public Parent root() {
        return root;
    }
}
