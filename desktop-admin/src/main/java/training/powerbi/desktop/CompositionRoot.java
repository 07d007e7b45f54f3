package training.powerbi.desktop;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.signin.Session;
import training.powerbi.desktop.auth.SignIn;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.settings.Look;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.dialog.FxDialogs;
import training.powerbi.desktop.ui.kit.ErrorPresenter;
import training.powerbi.desktop.ui.kit.FxTaskExecutor;
import training.powerbi.desktop.ui.kit.Notices;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.signin.SignInView;
import training.powerbi.desktop.ui.signin.SignInViewModel;

/// Puts the program together, by constructors alone.
final class CompositionRoot implements AutoCloseable {
    private final Stage stage;
    private final Folders folders;
    private final Clock clock = Clock.systemUTC();
    private final Texts texts = new Texts(Locale.getDefault());
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final Screen screen;
    private final Dialogs dialogs;
    private final SettingsFile settings;
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.SYSTEM);
    private final SignIn signIn;
    private @Nullable Workplace workplace;

    CompositionRoot(Stage stage, Folders folders, SignIn signIn, Consumer<URI> browser) {
        this.stage = stage;
        this.folders = folders;
        this.screen = new Screen(texts, new ErrorPresenter(texts), new Notices(tasks), clock);
        this.settings = new SettingsFile(folders.settings().resolve("settings.json"));
        this.dialogs =
                new FxDialogs(stage, texts, address -> browser.accept(URI.create(address)), new KeptFolder(settings));
        this.look.set(settings.settings().look());
        this.look.subscribe(chosen -> settings.change(known -> known.withLook(chosen)));
        this.signIn = signIn;
    }

    String title() {
        return texts.get("app.title");
    }

    SettingsFile settings() {
        return settings;
    }

    /// In which colours the person wants the program.
    ObservableValue<Look> look() {
        return look;
    }

    /// Whether the window may close: nothing typed is unsaved, or the person gives it up.
    boolean mayClose() {
        return workplace == null || workplace.mayClose();
    }

    /// The sign-in screen, on its way to last time's portal already.
    Parent signIn() {
        var model = new SignInViewModel(signIn, settings, tasks, screen, this::enter);
        var view = new SignInView(model, texts);
        model.begin();
        return view.root();
    }

    private void enter(Session session, PortalConfig config) {
        var connection = PortalConnection.to(session.portal(), session, clock);
        var entered = new Workplace(
                session,
                config,
                connection,
                new Workplace.Kit(tasks, screen, dialogs, settings, folders, look),
                this::leave);
        workplace = entered;
        show(entered.root());
        entered.start();
    }

    private void leave() {
        closeWorkplace();
        show(signIn());
    }

    private void show(Parent root) {
        ((Pane) stage.getScene().getRoot()).getChildren().setAll(root);
    }

    private void closeWorkplace() {
        if (workplace != null) {
            workplace.close();
            workplace = null;
        }
    }

    @Override
    public void close() {
        closeWorkplace();
        tasks.close();
    }
}
