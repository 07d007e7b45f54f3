package training.powerbi.desktop.ui.kit;

import java.time.Clock;

/// What every screen's ViewModel speaks and complains with.
public record Screen(Texts texts, ErrorPresenter errors, Notices notices, Clock clock) {

    /// Shows what went wrong, until it is dismissed.
    public void problem(Throwable failure) {
        notices.problem(errors.explain(failure));
    }
}
