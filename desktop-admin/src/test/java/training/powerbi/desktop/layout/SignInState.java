package training.powerbi.desktop.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.UnreachableException.Reason;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeSession;
import training.powerbi.desktop.testing.FakeSignIn;
import training.powerbi.desktop.ui.signin.SignInView;
import training.powerbi.desktop.ui.signin.SignInViewModel;
import training.powerbi.model.error.PortalException;

/// A state of the sign-in that a person may find it in, with the longest that portals say.
///
/// @param known whether a portal was signed in to before
/// @param portal how the portal behaves
/// @param reach does what leads there, once the form is laid out
record SignInState(String name, boolean known, Consumer<FakeSignIn> portal, Consumer<Parent> reach) {
    private static final String ADDRESS = "https://" + "training-portal.".repeat(14) + "example.com";

    static final List<SignInState> ALL = List.of(
            new SignInState("sign-in: address", false, portal -> {}, form -> {}),
            new SignInState("sign-in: wrong address", false, portal -> {}, form -> press(form, "Continue")),
            new SignInState(
                    "sign-in: no portal there",
                    true,
                    portal -> portal.refuse(new UnreachableException(Reason.CERTIFICATE, "PKIX")),
                    form -> {}),
            new SignInState("sign-in: account", true, portal -> portal.title = LongCourse.WORDS, form -> {}),
            new SignInState(
                    "sign-in: account of one word", true, portal -> portal.title = LongCourse.ONE_WORD, form -> {}),
            new SignInState("sign-in: refused", true, portal -> {}, SignInState::refused),
            new SignInState(
                    "sign-in: code", true, portal -> {}, form -> press(form, "No browser here? Sign in with a code")),
            new SignInState("sign-in: ended", true, SignInState::ended, form -> {}),
            new SignInState("sign-in: new password", true, SignInState::firstPassword, form -> {}));

    /// The form, laid out by `frame` before and after it is led there.
    Parent form(Desk desk, Path folder, UnaryOperator<Parent> frame) {
        var settings = new SettingsFile(folder.resolve(known ? "known.json" : "none.json"));
        if (known) {
            settings.change(before -> before.withPortal(ADDRESS, "w".repeat(64) + "@" + "example.".repeat(20) + "org"));
        }
        var signIn = new FakeSignIn();
        portal.accept(signIn);
        var model = new SignInViewModel(signIn, settings, desk.tasks, desk.screen, (session, config) -> {});
        var form = frame.apply(new SignInView(model, desk.screen.texts()).root());
        model.begin();
        lay(form);
        reach.accept(form);
        lay(form);
        return form;
    }

    private static void lay(Parent form) {
        form.applyCss();
        form.layout();
    }

    private static void refused(Parent form) {
        press(form, "Sign in");
    }

    private static void ended(FakeSignIn portal) {
        portal.over = PortalException.badInput("email", LongCourse.WORDS);
    }

    private static void firstPassword(FakeSignIn portal) {
        var made = new FakeSession();
        made.changeRequired = true;
        portal.kept = made;
    }

    private static void press(Parent form, String words) {
        form.lookupAll(".button").stream()
                .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words))
                .fire();
    }

    @Override
    public String toString() {
        return name;
    }
}
