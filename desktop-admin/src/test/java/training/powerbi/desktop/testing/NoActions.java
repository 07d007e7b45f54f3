package training.powerbi.desktop.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import training.powerbi.desktop.settings.Look;
import training.powerbi.desktop.ui.shell.ShellViewModel;

/// Does nothing of what the bar at the top offers.
public final class NoActions implements ShellViewModel.Actions {
    public final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.SYSTEM);
    public List<String> unsaved = List.of();
    public final List<String> shown = new ArrayList<>();
    public int signedOut;

    @Override
    public void show(String cohortId) {
        shown.add(cohortId);
    }

    @Override
    public ObjectProperty<Look> look() {
        return look;
    }

    @Override
    public List<String> unsaved() {
        return unsaved;
    }

    @Override
    public void reconnect() {}

    @Override
    public void readAgain() {}

    @Override
    public void signOut() {
        signedOut++;
    }
}
