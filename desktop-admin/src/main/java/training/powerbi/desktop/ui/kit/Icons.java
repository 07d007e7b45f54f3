package training.powerbi.desktop.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Pictures beside words; a screen reader passes over them.
public final class Icons {
    private Icons() {}

    /// The icon in the colour and size the style sheet gives `icon`.
    public static FontIcon of(Feather icon) {
        var node = new FontIcon(icon);
        node.getStyleClass().add("icon");
        return node;
    }
}
