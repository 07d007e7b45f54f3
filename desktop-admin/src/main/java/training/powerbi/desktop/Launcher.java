package training.powerbi.desktop;

import java.io.IOException;
import javafx.application.Application;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.ui.kit.Fxml;

/// Starts the program, or brings the window of the one that runs already to the front. Apart from the application
/// class, or Java would look for JavaFX on the module path.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
        var folders = Folders.ofThisComputer();
        Logging.begin(folders.logs());
        var first = SingleInstance.claim(folders.data());
        if (first.isPresent()) {
            try (var instance = first.get()) {
                instance.listen(AdminApplication::bringToFront);
                Drawing.choose();
                Fxml.begin();
                Application.launch(AdminApplication.class, arguments);
            }
        }
    }
}
