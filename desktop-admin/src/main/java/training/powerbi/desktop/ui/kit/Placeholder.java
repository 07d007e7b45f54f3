package training.powerbi.desktop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands where there is nothing to show: why, and what to do.
public final class Placeholder extends VBox {

    private Placeholder(Node picture, Label title, Node... more) {
        getStyleClass().add("placeholder");
        title.getStyleClass().add("placeholder-title");
        setFocusTraversable(false);
        getChildren().addAll(picture, title);
        getChildren().addAll(more);
    }

    public static Placeholder loading(String sentence) {
        var wheel = new ProgressIndicator();
        wheel.setAccessibleText(sentence);
        wheel.setMaxSize(36, 36);
        return new Placeholder(wheel, new Label(sentence));
    }

    /// There is nothing.
    ///
    /// @param actions buttons, mostly one or none
    public static Placeholder empty(Feather icon, String title, String sentence, Node... actions) {
        return new Placeholder(new Icon(icon), new Label(title), with(new Label(sentence), actions));
    }

    /// It could not be had.
    ///
    /// @param reason one or two sentences that say what to do
    public static Placeholder failed(String title, ObservableValue<String> reason, Node... actions) {
        var words = new Label();
        words.textProperty().bind(reason);
        var made = new Placeholder(new Icon(Feather.ALERT_TRIANGLE), new Label(title), with(words, actions));
        made.getStyleClass().add("placeholder-failed");
        return made;
    }

    private static Node[] with(Label sentence, Node... actions) {
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("placeholder-sentence");
        var all = new Node[actions.length + 1];
        all[0] = sentence;
        System.arraycopy(actions, 0, all, 1, actions.length);
        return all;
    }
}
