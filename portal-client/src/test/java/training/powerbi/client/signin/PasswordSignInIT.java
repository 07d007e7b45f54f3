package training.powerbi.client.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.testing.MovedClock;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The portal's own sign-in, at the real server.
class PasswordSignInIT {
    @TempDir
    private static Path folder;

    private static PortalProcess portal;

    private final Path tokens = folder.resolve(UUID.randomUUID().toString());
    private final MovedClock clock = new MovedClock(Clock.systemUTC());

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void aPortalTellsWhatItIs() {
        var config = signIn().discover(portal.address());

        assertThat(config.courseTitle()).isNotBlank();
        assertThat(config.timeZone()).isNotNull();
        assertThat(config.maxUploadBytes()).isPositive();
        assertThat(config.entra()).isNull();
    }

    @Test
    void theNextStartGoesOnWithoutAPassword() {
        var session = trainer();
        assertThat(session.passwordChangeRequired()).isFalse();
        assertThat(session.keptInFile()).isTrue();

        var resumed = signIn().resume(portal.address());

        assertThat(resumed).map(kept -> kept.user().email()).contains(PortalProcess.ADMIN_EMAIL);
        assertThat(days(resumed.orElseThrow())).isEqualTo(12);
    }

    @Test
    void aTokenThatEndsIsRenewed() {
        var session = trainer();
        var first = session.accessToken();

        clock.move(Duration.ofDays(1));

        assertThat(session.accessToken()).isNotEqualTo(first);
        assertThat(days(session)).isEqualTo(12);
    }

    @Test
    void aWrongPasswordIsToldAsSuch() {
        assertThat(catchThrowableOfType(
                                PortalException.class,
                                () -> signIn().withPassword(
                                                portal.address(), "nobody@example.com", "wrong".toCharArray()))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void aStudentIsToldWhomToAskAndNothingIsKept() {
        Students.register(portal.address(), "student@example.org");

        var refused = catchThrowableOfType(
                PortalException.class,
                () -> signIn().withPassword(portal.address(), "student@example.org", Students.PASSWORD.toCharArray()));

        assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(refused.sentence()).contains("student");
        assertThat(signIn().resume(portal.address())).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionHereAndAtThePortal() {
        var session = trainer();
        var token = session.accessToken();

        session.signOut();

        assertThatThrownBy(session::accessToken).isInstanceOf(SignedOutException.class);
        assertThat(Students.isAccepted(portal.address(), token)).isFalse();
        assertThat(signIn().resume(portal.address())).isEmpty();
    }

    @Test
    void aSessionThatThePortalEndedIsOver() {
        var session = trainer();
        Students.endSession(portal.address(), session.accessToken());

        session.refused(session.accessToken());

        assertThatThrownBy(session::accessToken).isInstanceOf(SignedOutException.class);
        assertThat(signIn().resume(portal.address())).isEmpty();
    }

    @Test
    void aTrainerWhoBecameAStudentIsToldSoAtTheNextStart() {
        var id = promoted("demoted@example.org");
        signIn().withPassword(portal.address(), "demoted@example.org", Students.PASSWORD.toCharArray());
        byTheTrainer("setUserRole(userId: \"" + id + "\", role: STUDENT)");

        var refused = catchThrowableOfType(PortalException.class, this::resume);

        assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(refused.sentence()).contains("student");
        assertThat(resume()).isEmpty();
    }

    @Test
    void aTrainerWhoWasDisabledIsToldThatTheSessionIsOver() {
        var id = promoted("disabled@example.org");
        signIn().withPassword(portal.address(), "disabled@example.org", Students.PASSWORD.toCharArray());
        byTheTrainer("setUserActive(userId: \"" + id + "\", active: false)");

        assertThatThrownBy(this::resume).isInstanceOf(SignedOutException.class);
        assertThat(resume()).isEmpty();
    }

    private static String promoted(String email) {
        var id = Students.register(portal.address(), email).userId();
        byTheTrainer("setUserRole(userId: \"" + id + "\", role: ADMIN)");
        return id;
    }

    private static void byTheTrainer(String mutation) {
        var trainer = PasswordSignIn.inFiles(folder.resolve("trainer"), Clock.systemUTC())
                .withPassword(portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        Students.graphQl(portal.address(), trainer.accessToken(), "mutation { " + mutation + " { userId } }");
    }

    private Optional<Session> resume() {
        return signIn().resume(portal.address());
    }

    @Test
    void aPrintedPasswordIsChangedFirst() {
        var fresh = folder.resolve("fresh");
        assertThat(fresh.toFile().mkdir()).isTrue();
        try (var other = PortalProcess.withPrintedPassword(fresh)) {
            var printed = other.printedPassword().toCharArray();
            var session = signIn().withPassword(other.address(), PortalProcess.ADMIN_EMAIL, printed);
            assertThat(session.passwordChangeRequired()).isTrue();

            var next = "a-much-better-password-9".toCharArray();
            var wrong = catchThrowableOfType(
                    PortalException.class, () -> session.changePassword("not it".toCharArray(), next));
            assertThat(wrong.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
            assertThat(wrong.field()).contains("currentPassword");
            var weak = catchThrowableOfType(
                    PortalException.class, () -> session.changePassword(printed, "short".toCharArray()));
            assertThat(weak.field()).contains("newPassword");

            session.changePassword(printed, next);

            assertThat(session.passwordChangeRequired()).isFalse();
            try (var connection = PortalConnection.to(other.address(), session, clock)) {
                assertThat(connection.client().course().days()).hasSize(12);
            }
        }
    }

    private Session trainer() {
        return signIn().withPassword(
                        portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
    }

    private PasswordSignIn signIn() {
        return PasswordSignIn.inFiles(tokens, clock);
    }

    private int days(Session session) {
        try (var connection = PortalConnection.to(portal.address(), session, clock)) {
            return connection.client().course().days().size();
        }
    }
}
