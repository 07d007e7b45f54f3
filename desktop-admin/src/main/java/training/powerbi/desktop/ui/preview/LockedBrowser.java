package training.powerbi.desktop.ui.preview;

import javafx.beans.value.ChangeListener;
import javafx.concurrent.Worker;
import javafx.scene.web.WebView;

/// A browser that shows one page and goes nowhere else: no pop-ups, no questions, no way from its script into the
/// program.
final class LockedBrowser {
    private final PreviewViewModel model;
    private final String address;
    private final WebView view = new WebView();
    private final ChangeListener<String> guard = (location, before, now) -> check(now);

    LockedBrowser(PreviewViewModel model, PreviewPage page) {
        this.model = model;
        this.address = page.address().toString();
        var engine = view.getEngine();
        view.setContextMenuEnabled(false);
        view.setAccessibleText(page.title());
        engine.setCreatePopupHandler(features -> null);
        engine.setConfirmHandler(question -> false);
        engine.setPromptHandler(question -> null);
        engine.setOnAlert(event -> {});
        engine.locationProperty().addListener(guard);
        engine.titleProperty().addListener((title, before, now) -> model.titled(now));
        engine.getLoadWorker().stateProperty().addListener((worker, before, now) -> {
            if (now == Worker.State.SUCCEEDED) {
                model.loaded();
            } else if (now == Worker.State.FAILED) {
                model.broken();
            }
        });
        engine.load(address);
    }

    WebView view() {
        return view;
    }

    /// Stops what plays and lets go of the page. Of no use afterwards.
    void dispose() {
        view.getEngine().locationProperty().removeListener(guard);
        view.getEngine().load("about:blank");
    }

    private void check(String location) {
        if (!model.allows(location)) {
            var engine = view.getEngine();
            engine.getLoadWorker().cancel();
            engine.load(address);
        }
    }
}
