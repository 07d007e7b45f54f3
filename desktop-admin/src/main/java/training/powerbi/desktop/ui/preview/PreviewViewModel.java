package training.powerbi.desktop.ui.preview;

import java.net.URI;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;

/// Shows a recording or slides as students will get them, on the portal's own page; where this computer cannot, the
/// browser is offered. On the FX thread.
public final class PreviewViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewViewModel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final URI portal;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Dialogs dialogs;
    private final AudioLibrary audio;
    private final ReadOnlyObjectWrapper<@Nullable PreviewPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PreviewState> state = new ReadOnlyObjectWrapper<>(PreviewState.CLOSED);
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private TaskExecutor.Cancellation waiting = () -> {};

    public PreviewViewModel(URI portal, TaskExecutor tasks, Screen screen, Dialogs dialogs, AudioLibrary audio) {
        this.portal = portal;
        this.tasks = tasks;
        this.screen = screen;
        this.dialogs = dialogs;
        this.audio = audio;
    }

    /// Plays a recording.
    public void open(DayRecording recording) {
        PreviewPage.of(portal, recording)
                .ifPresentOrElse(
                        this::open,
                        () -> screen.notices().problem(screen.texts().get("preview.no-source", recording.title())));
    }

    /// Shows a day's slides, if it has any.
    public void openSlides(CourseDay day) {
        var address = day.presentationUrl();
        if (address != null) {
            open(PreviewPage.ofSlides(portal, screen.texts().get("preview.slides", day.title()), address));
        }
    }

    /// An address of the portal's own made whole.
    public String absolute(String address) {
        return PreviewPage.resolve(portal, address).toString();
    }

    /// What is previewed; null when nothing is. Its view loads it only while the state is LOADING or SHOWN.
    ReadOnlyObjectProperty<@Nullable PreviewPage> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PreviewState> state() {
        return state.getReadOnlyProperty();
    }

    /// Why it cannot be shown here; empty when it can.
    ReadOnlyStringProperty reason() {
        return reason.getReadOnlyProperty();
    }

    Screen screen() {
        return screen;
    }

    public void close() {
        waiting.cancel();
        state.set(PreviewState.CLOSED);
        page.set(null);
        reason.set("");
    }

    void retry() {
        var now = page.get();
        if (now != null) {
            page.set(null);
            open(now);
        }
    }

    void openInBrowser() {
        var now = page.get();
        if (now != null) {
            dialogs.browse(now.browserAddress());
        }
    }

    /// The page's title changed, by which the portal's player says how it gets on.
    void titled(@Nullable String title) {
        var now = page.get();
        if (now == null || !now.reports() || title == null || state.get() != PreviewState.LOADING) {
            return;
        }
        if (title.startsWith("failed")) {
            LOG.info("The preview says {}", title);
            fail("preview.failed");
        } else if (!title.isBlank() && !title.startsWith("loading")) {
            succeed();
        }
    }

    /// The page has arrived; one that does not report is then shown.
    void loaded() {
        var now = page.get();
        if (now != null && !now.reports() && state.get() == PreviewState.LOADING) {
            succeed();
        }
    }

    /// The page could not be fetched.
    void broken() {
        if (state.get() == PreviewState.LOADING) {
            fail("preview.not-loaded");
        }
    }

    /// Whether the preview may go to an address. Where it may not, the view goes back to the page.
    boolean allows(String location) {
        var now = page.get();
        var allowed = now == null || now.allows(location);
        if (!allowed) {
            LOG.warn("The preview was kept from leaving its site");
        }
        return allowed;
    }

    private void open(PreviewPage wanted) {
        waiting.cancel();
        reason.set("");
        if (!wanted.shown()) {
            state.set(PreviewState.FAILED);
            reason.set(screen.texts().get("preview.not-shown"));
        } else if (wanted.video() && !audio.canPlay()) {
            state.set(PreviewState.FAILED);
            reason.set(screen.texts().get("preview.no-audio"));
        } else {
            state.set(PreviewState.LOADING);
            waiting = tasks.later(PATIENCE, () -> fail("preview.failed"));
        }
        page.set(wanted);
    }

    private void succeed() {
        waiting.cancel();
        state.set(PreviewState.SHOWN);
    }

    private void fail(String key) {
        waiting.cancel();
        reason.set(screen.texts().get(key));
        state.set(PreviewState.FAILED);
    }
}
