package training.powerbi.desktop.ui.kit;

import javafx.beans.NamedArg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture beside words, in the colour and size the style sheet gives `icon`; a screen reader passes over it.
public final class Icon extends FontIcon {

    public Icon(@NamedArg("of") Feather of) {
        super(of);
        getStyleClass().add("icon");
    }
}
