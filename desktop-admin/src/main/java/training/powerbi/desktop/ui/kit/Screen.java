package training.powerbi.desktop.ui.kit;

import java.time.Clock;
import training.powerbi.client.UnreachableException;

/// What every screen's ViewModel speaks and complains with.
public record Screen(Texts texts, ErrorPresenter errors, Notices notices, Clock clock) {

    /// What notices about a portal out of reach are about.
    public static final String REACH = "reach";

    /// Shows what went wrong, until it is dismissed or, where the portal was out of reach, until it answers again.
    public void problem(Throwable failure) {
        notices.problem(failure instanceof UnreachableException ? REACH : "", errors.explain(failure));
    }

    /// The portal has answered.
    public void reached() {
        notices.settled(REACH);
    }
}
