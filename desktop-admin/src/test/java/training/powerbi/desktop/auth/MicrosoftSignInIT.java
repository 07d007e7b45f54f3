package training.powerbi.desktop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.client.microsoft.MicrosoftApps;
import training.powerbi.client.signin.KeptSessions;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.client.testing.FakeEntra;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;
import training.powerbi.desktop.testing.FakeBrowser;
import training.powerbi.model.Role;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Microsoft's library for real, against a sign-in service of the test's own that the real server trusts.
class MicrosoftSignInIT {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private static Path folder;

    private static FakeEntra entra;
    private static PortalProcess portal;
    private static PortalConfig config;

    private final Path tokens = folder.resolve(UUID.randomUUID().toString());
    private FakeBrowser browser;

    @BeforeAll
    static void start() {
        entra = new FakeEntra(folder);
        portal = PortalProcess.over(
                folder,
                "portal.entra.tenant-id=" + FakeEntra.TENANT,
                "portal.entra.client-id=" + FakeEntra.CLIENT,
                "portal.entra.authority=" + entra.authority(),
                "portal.entra.jwks-uri=" + entra.keysAddress());
        config = signIn(folder, new FakeBrowser(entra.trust()), 1).discover(portal.address());
    }

    @AfterAll
    static void stop() {
        portal.close();
        entra.close();
    }

    @BeforeEach
    void seat() {
        browser = new FakeBrowser(entra.trust());
        entra.person(FakeEntra.Person.trainer());
        entra.pending(0);
    }

    @Test
    void aTrainerSignsInWithTheBrowserAndGoesOnAfterARestartWithoutIt() throws Exception {
        var session = signIn().withMicrosoft(portal.address(), microsoft());

        assertThat(session.user().role()).isEqualTo(Role.ADMIN);
        assertThat(session.user().displayName()).isEqualTo("Grace");
        assertThat(session.keptInFile()).isTrue();
        try (var connection = PortalConnection.to(portal.address(), session, Clock.systemUTC())) {
            assertThat(connection.client().unlockDay(3).isUnlocked()).isTrue();
        }
        var resumed = signIn().resume(portal.address(), config);
        assertThat(resumed).map(kept -> kept.user().displayName()).contains("Grace");
        assertThat(browser.opened()).hasSize(1);
    }

    @Test
    void aCodeIsTypedOnAnotherDevice() throws Exception {
        entra.pending(2);
        var shown = new ArrayList<DeviceCode>();

        var session = signIn().withDeviceCode(portal.address(), microsoft(), shown::add);

        assertThat(session.user().role()).isEqualTo(Role.ADMIN);
        assertThat(shown).singleElement().extracting(DeviceCode::code).isEqualTo("ABCD-1234");
        assertThat(browser.opened()).isEmpty();
    }

    @Test
    void aRefusedTokenIsReplaced() throws Exception {
        var session = signIn().withMicrosoft(portal.address(), microsoft());
        var first = session.accessToken();
        assertThat(session.accessToken()).isEqualTo(first);
        int before = entra.refreshes();

        session.refused(first);

        assertThat(session.accessToken()).isNotEqualTo(first);
        assertThat(entra.refreshes()).isEqualTo(before + 1);
    }

    @Test
    void aSessionThatMicrosoftEndedIsOver() throws Exception {
        var session = signIn().withMicrosoft(portal.address(), microsoft());
        entra.revokeAll();

        session.refused(session.accessToken());

        assertThatThrownBy(session::accessToken).isInstanceOf(SignedOutException.class);
        assertThatThrownBy(session::accessToken).isInstanceOf(SignedOutException.class);
    }

    @Test
    void someoneOfAnotherTenantIsToldSo() {
        entra.person(FakeEntra.Person.ofAnotherTenant());

        assertThatThrownBy(() -> signIn().withMicrosoft(portal.address(), microsoft()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("organisation");
        assertThat(signIn().resume(portal.address(), config)).isEmpty();
    }

    @Test
    void aStrangerWhomMicrosoftKnowsIsToldSo() {
        entra.person(FakeEntra.Person.ofAnotherTenant());

        var refused = catchThrowableOfType(
                PortalException.class, () -> signIn().withDeviceCode(portal.address(), microsoft(), _ -> {}));

        assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(refused.sentence()).contains("does not accept this Microsoft account");
        assertThat(signIn().resume(portal.address(), config)).isEmpty();
    }

    @Test
    void aStudentIsToldWhomToAskAndNothingIsKept() {
        entra.person(FakeEntra.Person.student());

        var refused = catchThrowableOfType(
                PortalException.class, () -> signIn().withMicrosoft(portal.address(), microsoft()));

        assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(refused.sentence()).contains("student");
        assertThat(signIn().resume(portal.address(), config)).isEmpty();
    }

    @Test
    void anAccountThatWasDisabledIsToldSoAtTheNextStart() throws Exception {
        var session = signIn().withMicrosoft(portal.address(), microsoft());
        var colleague = SignIns.inFiles(folder.resolve("colleague"), _ -> {}, Clock.systemUTC())
                .withPassword(portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        Students.graphQl(
                portal.address(),
                colleague.accessToken(),
                "mutation { setUserActive(userId: \"" + session.user().userId() + "\", active: false) { userId } }");

        var refused = catchThrowableOfType(PortalException.class, () -> signIn().resume(portal.address(), config));

        assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(signIn().resume(portal.address(), config)).isEmpty();
    }

    @Test
    void aClosedBrowserEndsTheWaitingAfterAWhile() {
        browser.isClosedAtOnce();

        assertThatThrownBy(() -> signIn(tokens, browser, 1).withMicrosoft(portal.address(), microsoft()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whoDoesNotWantToWaitInterrupts() {
        browser.isClosedAtOnce();
        var outcome = new CompletableFuture<Throwable>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                signIn().withMicrosoft(portal.address(), microsoft());
            } catch (Throwable thrown) {
                outcome.complete(thrown);
            }
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> !browser.opened().isEmpty());

        waiting.interrupt();

        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(outcome::isDone);
        assertThat(outcome.join()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void signingOutForgetsTheAccount() throws Exception {
        var session = signIn().withMicrosoft(portal.address(), microsoft());

        session.signOut();

        assertThatThrownBy(session::accessToken).isInstanceOf(SignedOutException.class);
        assertThat(signIn().resume(portal.address(), config)).isEmpty();
        try (var kept = Files.list(tokens)) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void aSignInServiceThatIsDownOrNotTrustedIsToldApart() {
        var down = new PortalConfig.Entra(FakeEntra.TENANT, FakeEntra.CLIENT, FakeEntra.SCOPE, "https://localhost:9");
        assertThat(catchThrowableOfType(
                                UnreachableException.class,
                                () -> signIn().withDeviceCode(portal.address(), down, _ -> {}))
                        .reason())
                .isEqualTo(UnreachableException.Reason.NO_ANSWER);

        var distrustful = SignIns.inFiles(tokens, browser, Clock.systemUTC());
        assertThat(catchThrowableOfType(
                                UnreachableException.class,
                                () -> distrustful.withDeviceCode(portal.address(), microsoft(), _ -> {}))
                        .reason())
                .isEqualTo(UnreachableException.Reason.CERTIFICATE);
    }

    private SignIn signIn() {
        return signIn(tokens, browser, PATIENCE_SECONDS);
    }

    private static SignIn signIn(Path tokens, FakeBrowser browser, int patienceSeconds) {
        var kept = new KeptSessions(new TokenFolder(tokens).files());
        var apps = new MicrosoftApps(kept, entra.trust().getSocketFactory());
        var passwords = new PasswordSignIn(kept, Clock.systemUTC());
        return new PortalSignIn(passwords, kept, apps, browser, patienceSeconds, Clock.systemUTC());
    }

    private static PortalConfig.Entra microsoft() {
        var entraConfig = config.entra();
        assertThat(entraConfig).isNotNull();
        return java.util.Objects.requireNonNull(entraConfig);
    }
}
