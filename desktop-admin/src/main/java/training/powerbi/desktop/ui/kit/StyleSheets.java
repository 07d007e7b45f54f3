package training.powerbi.desktop.ui.kit;

import java.util.Objects;
import javafx.scene.Parent;

/// Style sheets that lie beside the view they dress.
public final class StyleSheets {
    private StyleSheets() {}

    /// Adds the sheet `name` from the package of `view` to it.
    public static void dress(Parent root, Class<?> view, String name) {
        var sheet = Objects.requireNonNull(view.getResource(name), name);
        root.getStylesheets().add(sheet.toExternalForm());
    }
}
