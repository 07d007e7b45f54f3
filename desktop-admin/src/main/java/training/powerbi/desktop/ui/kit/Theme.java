package training.powerbi.desktop.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import training.powerbi.desktop.settings.Look;

/// The program's look, dark or light: as the person chose, or as the system is, and changing with either.
public final class Theme {
    private static final List<String> SHEETS = List.of("portal.css", "calendar/calendar.css");

    private Theme() {}

    /// Dresses a scene for as long as it is shown.
    public static void follow(Scene scene, ObservableValue<Look> look) {
        var system = Platform.getPreferences().colorSchemeProperty();
        Runnable dress = () -> dress(scene, scheme(look.getValue(), system.get()));
        system.subscribe(dress);
        look.subscribe(dress);
        dress.run();
    }

    static ColorScheme scheme(Look look, ColorScheme system) {
        return switch (look) {
            case SYSTEM -> system;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    /// Dresses a scene once.
    public static void dress(Scene scene, ColorScheme scheme) {
        var dark = scheme == ColorScheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var sheets = new ArrayList<String>();
        sheets.add(address(dark ? "dark.css" : "light.css"));
        SHEETS.forEach(sheet -> sheets.add(address(sheet)));
        scene.getStylesheets().setAll(sheets);
    }

    private static String address(String sheet) {
        return Objects.requireNonNull(Theme.class.getResource("/training/powerbi/desktop/ui/" + sheet), sheet)
                .toExternalForm();
    }
}
