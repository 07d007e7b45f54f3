package training.powerbi.desktop.ui.preview;

import javafx.beans.value.ChangeListener;
import javafx.concurrent.Worker;
import javafx.scene.web.WebView;

/// A browser that shows one page and goes nowhere else: no pop-ups, no questions, no way from its script into the
/// program.
final class LockedBrowser {
    /// The engine's own document comes later than its word that the page is there.
    private static final String NOTHING_THERE = "!document.querySelector('head > *, body > *')";

    private final PreviewViewModel model;
    private final String address;
    private final WebView view = new WebView();
    private final ChangeListener<String> guard = (location, before, now) -> check(now);
    private final ChangeListener<String> teller;
    private final ChangeListener<Worker.State> arrival = (worker, before, now) -> arrived(now);

    LockedBrowser(PreviewViewModel model, PreviewPage page) {
        this.model = model;
        this.address = page.address().toString();
        this.teller = (title, before, now) -> model.titled(now);
        var engine = view.getEngine();
        view.setContextMenuEnabled(false);
        view.setAccessibleText(page.title());
        engine.setCreatePopupHandler(features -> null);
        engine.setConfirmHandler(question -> false);
        engine.setPromptHandler(question -> null);
        engine.setOnAlert(event -> {});
        engine.locationProperty().addListener(guard);
        engine.titleProperty().addListener(teller);
        engine.getLoadWorker().stateProperty().addListener(arrival);
        engine.load(address);
    }

    WebView view() {
        return view;
    }

    /// Stops what plays and lets go of the page. Of no use afterwards.
    void dispose() {
        var engine = view.getEngine();
        engine.locationProperty().removeListener(guard);
        engine.titleProperty().removeListener(teller);
        engine.getLoadWorker().stateProperty().removeListener(arrival);
        engine.load("about:blank");
    }

    private void arrived(Worker.State state) {
        if (state == Worker.State.SUCCEEDED && !isEmpty()) {
            model.loaded();
        } else if (state == Worker.State.SUCCEEDED || state == Worker.State.FAILED) {
            model.broken();
        }
    }

    /// Whether the page has nothing in it. That is how JavaFX hands over a connection that was refused before its
    /// `load` returned: as one that succeeded.
    private boolean isEmpty() {
        return Boolean.TRUE.equals(view.getEngine().executeScript(NOTHING_THERE));
    }

    private void check(String location) {
        if (!model.allows(location)) {
            var engine = view.getEngine();
            engine.getLoadWorker().cancel();
            engine.load(address);
        }
    }
}
