package training.powerbi.desktop.ui.kit;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// One of four pictures, as the phase has it. Takes no more room than the one that is seen.
public final class PhasePane extends StackPane {

    public PhasePane(ObservableValue<Phase> phase, Node loading, Node ready, Node empty, Node failed) {
        var pictures = Map.of(Phase.LOADING, loading, Phase.READY, ready, Phase.EMPTY, empty, Phase.FAILED, failed);
        phase.subscribe(now -> getChildren().setAll(pictures.getOrDefault(now, loading)));
    }
}
