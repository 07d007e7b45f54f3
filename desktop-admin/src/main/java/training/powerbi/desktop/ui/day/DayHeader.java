package training.powerbi.desktop.ui.day;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.OpenSwitch;
import training.powerbi.desktop.ui.kit.View;

/// The head of a day's page, which stays while the page is scrolled.
final class DayHeader implements View {
    private final DayViewModel model;
    private final Parent root;

    @FXML
    private HBox header;

    @FXML
    private Label number;

    @FXML
    private Label when;

    @FXML
    private Label title;

    DayHeader(DayViewModel model) {
        this.model = model;
        root = Fxml.load(this, model.texts());
        Nodes.toldInFull(title);
        Nodes.toldInFull(when);
        var open = new OpenSwitch(model.texts(), model::toggle);
        open.setMinWidth(Region.USE_PREF_SIZE);
        header.getChildren().add(1, open);
        model.chosen().subscribe(day -> {
            if (day != null) {
                open.show(day);
            }
        });
    }

    void show(CourseDay day) {
        number.setText(model.texts().get("recording.day.heading", day.dayNumber()));
        when.setText(model.when(day));
        title.setText(day.title());
    }

    @FXML
    void history() {
        model.history();
    }

    @FXML
    void close() {
        model.close();
    }

    @Override
    public Parent root() {
        return root;
    }
}
