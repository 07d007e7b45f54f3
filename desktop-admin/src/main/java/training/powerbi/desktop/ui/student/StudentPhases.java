package training.powerbi.desktop.ui.student;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.Texts;

/// What stands in place of a student's days while they are read, and when they cannot be.
record StudentPhases(ObservableValue<Phase> phase, ObservableValue<String> failure, Runnable retry, Texts texts) {

    /// The days with their stand-ins, growing with what is around them.
    PhasePane around(Node days) {
        var pane = new PhasePane(
                phase,
                Placeholder.loading(texts.get("student.loading")),
                days,
                Placeholder.empty(Feather.CALENDAR, texts.get("student.empty"), texts.get("calendar.empty")),
                Placeholder.failed(
                        texts.get("student.failed"),
                        failure,
                        Buttons.of(texts.get("people.retry"), Feather.REFRESH_CW, retry)));
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }
}
