package training.powerbi.desktop.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.UnreachableException.Reason;
import training.powerbi.client.signin.Session;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeSession;
import training.powerbi.desktop.testing.FakeSignIn;
import training.powerbi.desktop.ui.signin.SignInViewModel.Step;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class SignInViewModelTest {
    private final Desk desk = Desk.atOnce();
    private final FakeSignIn signIn = new FakeSignIn();
    private final List<Session> entered = new ArrayList<>();
    private SettingsFile settings;
    private SignInViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        settings = new SettingsFile(folder.resolve("settings.json"));
        model = model();
    }

    private SignInViewModel model() {
        return new SignInViewModel(
                signIn, settings, desk.tasks, desk.screen, (session, config) -> entered.add(session));
    }

    @Test
    void asksWhoOnceThePortalHasAnswered() {
        model.addressProperty().set("portal.example.com");
        model.findPortal();
        assertThat(model.step().get()).isEqualTo(Step.WHO);
        assertThat(model.courseTitle()).isEqualTo("Power BI");
        assertThat(signIn.discovered).containsExactly(URI.create("https://portal.example.com"));
    }

    @Test
    void anAddressThatIsNoneIsExplainedWithoutAsking() {
        model.addressProperty().set("http://portal.example.com");
        model.findPortal();
        assertThat(model.problem().get()).contains("https");
        assertThat(signIn.discovered).isEmpty();
    }

    @Test
    void whyAPortalIsNotReachedIsSaidInWords() {
        model.addressProperty().set("portal.example.com");
        signIn.refuse(new UnreachableException(Reason.CERTIFICATE, "PKIX"));
        model.findPortal();
        assertThat(model.problem().get()).contains("date and time");
        assertThat(model.step().get()).isEqualTo(Step.ADDRESS);
        assertThat(model.addressProperty().get()).isEqualTo("portal.example.com");
    }

    @Test
    void aSessionKeptFromLastTimeNeedsNobody() {
        settings.change(known -> known.withPortal("https://portal.example.com", "ana@example.org"));
        signIn.kept = new FakeSession();
        model = model();
        model.begin();
        assertThat(entered).containsExactly(signIn.kept);
    }

    @Test
    void anAccountThatIsNoTrainersAnyMoreIsToldSoAndAnotherOneMaySignIn() {
        signIn.over = new PortalException(ErrorCode.ACCESS_DENIED, "student");
        find();
        assertThat(model.step().get()).isEqualTo(Step.WHO);
        assertThat(model.problem().get()).contains("no trainer", "another account");

        model.emailProperty().set("ben@example.org");
        model.withPassword("right");
        assertThat(entered).hasSize(1);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void aSessionThatEndedIsToldAtTheSignIn() {
        signIn.over = new SignedOutException("over");
        find();
        assertThat(model.step().get()).isEqualTo(Step.WHO);
        assertThat(model.problem().get()).contains("Sign in again", "disabled");
    }

    @Test
    void aPortalThatIsOutOfOrderForgetsNobody() {
        signIn.over = new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "later");
        find();
        assertThat(model.step().get()).isEqualTo(Step.ADDRESS);
        assertThat(model.problem().get()).isNotEmpty();
    }

    @Test
    void aWrongPasswordLeavesWhatWasTyped() {
        find();
        model.emailProperty().set("ana@example.org");
        signIn.refuse(new PortalException(ErrorCode.INVALID_CREDENTIALS, "no"));
        model.withPassword("wrong");
        assertThat(model.problem().get()).isEqualTo("E-mail or password is wrong.");
        assertThat(model.emailProperty().get()).isEqualTo("ana@example.org");

        model.withPassword("right");
        assertThat(entered).hasSize(1);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void theAddressIsRememberedAfterSigningIn() {
        find();
        model.emailProperty().set("ana@example.org");
        model.withPassword("right");
        assertThat(settings.settings().portals()).containsExactly("https://portal.example.com");
        assertThat(model().addressProperty().get()).isEqualTo("https://portal.example.com");
    }

    @Test
    void aPasswordMadeByThePortalMustBeChangedFirst() {
        find();
        signIn.next.changeRequired = true;
        model.emailProperty().set("ana@example.org");
        model.withPassword("printed");
        assertThat(model.step().get()).isEqualTo(Step.NEW_PASSWORD);
        assertThat(entered).isEmpty();

        model.changePassword("printed", "one of my own", "another");
        assertThat(model.problem().get()).contains("differ");
        model.changePassword("printed", "one of my own", "one of my own");
        assertThat(entered).hasSize(1);
    }

    @Test
    void aClosedBrowserSaysWhatElseCanBeDone() {
        find();
        signIn.refuse(new CancellationException());
        model.withMicrosoft();
        assertThat(model.problem().get()).contains("with a code");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void theDeviceCodeIsShownUntilItIsUsed() {
        find();
        model.withCode();
        assertThat(signIn.codeShown).isTrue();
        assertThat(entered).hasSize(1);
    }

    private void find() {
        model.addressProperty().set("portal.example.com");
        model.findPortal();
    }
}
