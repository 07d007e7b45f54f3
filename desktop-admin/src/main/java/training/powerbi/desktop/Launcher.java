package training.powerbi.desktop;

import javafx.application.Application;

/// Starts the program. Apart from the application class, or Java would look for JavaFX on the module path.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Application.launch(AdminApplication.class, arguments);
    }
}
