package training.powerbi.desktop;

import javafx.application.Application;
import javafx.stage.Stage;

/// The program's life between the first window and the last.
public final class AdminApplication extends Application {

    @Override
    public void start(Stage stage) {
        stage.show();
    }
}
