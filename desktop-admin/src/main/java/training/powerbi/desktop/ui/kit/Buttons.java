package training.powerbi.desktop.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Buttons as the program has them, each with a name for screen readers.
public final class Buttons {
    private Buttons() {}

    public static Button of(String text, Feather icon, Runnable action) {
        var button = new Button(text, new Icon(icon));
        button.setAccessibleText(text);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// The one thing a form is for.
    public static Button primary(String text, Feather icon, Runnable action) {
        var button = of(text, icon, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }
}
