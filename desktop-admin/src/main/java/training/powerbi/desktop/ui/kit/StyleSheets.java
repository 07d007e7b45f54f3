package training.powerbi.desktop.ui.kit;

import java.util.Objects;
import javafx.scene.Parent;

/// Style sheets that lie beside the view they dress.
public final class StyleSheets {
    private StyleSheets() {}

    /// Adds the sheet `name` from the package of `view`, after that of the parts all views are made of.
    public static void dress(Parent root, Class<?> view, String name) {
        root.getStylesheets().addAll(address(StyleSheets.class, "parts.css"), address(view, name));
    }

    private static String address(Class<?> home, String name) {
        return Objects.requireNonNull(home.getResource(name), name).toExternalForm();
    }
}
