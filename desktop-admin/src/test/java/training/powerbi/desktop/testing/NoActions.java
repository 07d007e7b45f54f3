package training.powerbi.desktop.testing;

import training.powerbi.desktop.ui.shell.ShellViewModel;

/// Does nothing of what the bar at the top offers.
public final class NoActions implements ShellViewModel.Actions {
    @Override
    public void reconnect() {}

    @Override
    public void readAgain() {}

    @Override
    public void signOut() {}
}
