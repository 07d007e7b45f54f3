package training.powerbi.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayEdit;
import training.powerbi.client.DayRecording;
import training.powerbi.client.Person;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;
import training.powerbi.client.RecordingEdit;
import training.powerbi.client.SchedulePlan;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.report.LakehouseReport;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.signin.Session;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;
import training.powerbi.model.Connection;
import training.powerbi.model.Role;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Every call of the client, against the real server.
class PortalClientIT {
    @TempDir
    private static Path folder;

    private static PortalProcess portal;
    private static PortalConnection connection;
    private static PortalClient client;
    private static Session session;

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
        session = PasswordSignIn.inFiles(folder.resolve("tokens"), Clock.systemUTC())
                .withPassword(portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        connection = PortalConnection.to(portal.address(), session, Clock.systemUTC());
        client = connection.client();
    }

    @AfterAll
    static void stop() {
        connection.close();
        portal.close();
    }

    @Test
    void aDayIsUnlockedAndLockedAgain() {
        var open = client.unlockDay(2);

        assertThat(open.isUnlocked()).isTrue();
        assertThat(open.unlockedAt()).isNotNull();
        assertThat(open.unlockedBy()).extracting(Person::email).isEqualTo(PortalProcess.ADMIN_EMAIL);
        assertThat(client.lockDay(2).isUnlocked()).isFalse();
        assertThat(client.course().days())
                .hasSize(12)
                .extracting(CourseDay::dayNumber)
                .first()
                .isEqualTo(1);
    }

    @Test
    void theLaterOfTwoEditsIsToldOfTheFirst() {
        var seen = day(3);
        var edited = client.updateDay(3, new DayEdit("Star schemas", "Facts and dimensions", seen.editVersion()));
        assertThat(edited.title()).isEqualTo("Star schemas");

        assertThat(refusal(() -> client.updateDay(3, new DayEdit("Mine", "My text", seen.editVersion()))))
                .isEqualTo(ErrorCode.CONFLICTING_UPDATE);
        assertThat(day(3).title()).isEqualTo("Star schemas");
    }

    @Test
    void badInputNamesItsField() {
        var refused = catchThrowableOfType(
                PortalException.class, () -> client.addRecording(4, "Session", "no address", "90 min"));

        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
        assertThat(refused.field()).contains("videoUrl");
        assertThat(refused.sentence()).isNotBlank();
        assertThat(refusal(() -> client.unlockDay(99))).isEqualTo(ErrorCode.DAY_NOT_FOUND);
    }

    @Test
    void aRecordingIsAddedEditedRemovedAndRestored() {
        var added = client.addRecording(4, "Session 4", "https://youtu.be/dQw4w9WgXcQ", "1h 30min");
        assertThat(added.platform()).isEqualTo(VideoPlatform.YOUTUBE);
        assertThat(added.durationSeconds()).isEqualTo(5_400);
        assertThat(added.embedUrl()).startsWith("https://www.youtube-nocookie.com/");

        var edited = client.updateRecording(
                added.recordingId(), new RecordingEdit("Session 4, part 1", null, null, added.editVersion()));
        assertThat(edited.title()).isEqualTo("Session 4, part 1");
        assertThat(edited.durationSeconds()).isEqualTo(5_400);
        assertThat(refusal(() -> client.updateRecording(
                        added.recordingId(), new RecordingEdit("Mine", null, null, added.editVersion()))))
                .isEqualTo(ErrorCode.CONFLICTING_UPDATE);

        client.removeRecording(added.recordingId());
        assertThat(day(4).removedRecordings())
                .extracting(DayRecording::recordingId)
                .contains(added.recordingId());
        assertThat(client.restoreRecording(added.recordingId()).isActive()).isTrue();
        assertThat(day(4).recordings()).extracting(DayRecording::recordingId).contains(added.recordingId());
    }

    @Test
    void daysAreLaidOverTheCalendarAfterAPreview() {
        var zone = ZoneId.of("UTC");
        var plan = new SchedulePlan(
                LocalDate.now(Clock.system(zone)).plusDays(7),
                LocalTime.of(18, 30),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                List.of(),
                null);

        var planned = client.planDays(Course.MAIN, plan);
        assertThat(planned).hasSize(12);
        assertThat(planned.getFirst().previous()).isNull();
        assertThat(day(7).scheduledAt()).isNull();

        client.lockDay(3);
        client.unlockDay(3);
        assertThatThrownBy(() -> client.scheduleDays(Course.MAIN, plan, planned))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICTING_UPDATE));
        assertThat(day(7).scheduledAt()).isNull();

        client.scheduleDays(Course.MAIN, plan, client.planDays(Course.MAIN, plan));
        assertThat(day(7).scheduledAt()).isEqualTo(planned.get(6).scheduledAt());
        var moved = planned.get(6).scheduledAt().plusSeconds(86_400);
        assertThat(client.scheduleDay(7, Course.MAIN, moved, day(7).editVersion())
                        .scheduledAt())
                .isEqualTo(moved);
        assertThat(client.scheduleDay(7, Course.MAIN, null, day(7).editVersion())
                        .scheduledAt())
                .isNull();
    }

    @Test
    void slidesAndResourcesComeAsAddressesAndAsFiles() throws Exception {
        assertThat(client.setPresentation(5, "https://slides.example.com/5").presentationUrl())
                .isEqualTo("https://slides.example.com/5");
        var link = client.addResource(5, "Cheat sheet", "https://files.example.com/dax.pdf");
        assertThat(day(5).resources()).contains(link);
        assertThat(client.removeResource(link.resourceId()).title()).isEqualTo("Cheat sheet");

        var sent = new AtomicLong();
        var deck = Files.writeString(folder.resolve("deck.html"), "<!doctype html><title>Day 5</title><h1>DAX</h1>");
        var day = connection.files().uploadPresentation(5, deck, sent::set).day();
        assertThat(day.presentationUrl()).isNotNull().doesNotContain("slides.example.com");
        assertThat(sent.get()).isGreaterThan(Files.size(deck));
        assertThat(day.presentationName()).isNull();
        var file = Files.writeString(folder.resolve("Žluté snímky.pdf"), "%PDF-1.7");
        connection.files().uploadPresentation(5, file, sent::set);
        assertThat(day(5).presentationName()).isEqualTo("Žluté snímky.pdf");

        var data = Files.writeString(folder.resolve("prodeje „Ž\" 1.csv"), "a,b\n1,2\n");
        var resource = connection.files().uploadResource(5, "Žlutý kůň", data, sent::set);
        assertThat(resource.title()).isEqualTo("Žlutý kůň");
        assertThat(resource.sizeBytes()).isEqualTo(Files.size(data));
        assertThat(client.setPresentation(5, null).presentationUrl()).isNull();
    }

    @Test
    void captionsAreSetAndRemovedAndTheirMistakesTold() throws Exception {
        var recording = client.addRecording(6, "Session 6", "https://media.example.com/6.mp4", "10 min");
        var good = Files.writeString(folder.resolve("en.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n");
        connection.files().uploadCaptions(recording.recordingId(), "en", good);
        assertThat(day(6).recordings().getFirst().captions())
                .extracting(caption -> caption.language())
                .containsExactly("en");

        var bad = Files.writeString(folder.resolve("bad.vtt"), "Hello");
        assertThat(refusal(() -> connection.files().uploadCaptions(recording.recordingId(), "en", bad)))
                .isEqualTo(ErrorCode.BAD_USER_INPUT);
        connection.files().removeCaptions(recording.recordingId(), "en");
        assertThat(day(6).recordings().getFirst().captions()).isEmpty();
    }

    @Test
    void theClassIsCountedAndItsPeopleAreManaged() {
        var student = Students.register(portal.address(), "asha@example.org");
        client.unlockDay(1);
        Students.viewPresentation(portal.address(), student.token(), 1);

        assertThat(client.dashboardStats().activeStudents()).isPositive();
        assertThat(client.course().progress().getFirst())
                .extracting(Course.DayProgress::started)
                .isEqualTo(1);
        assertThat(nodes(client.courseProgress(1, null)))
                .anyMatch(progress -> progress.userId().equals(student.userId()) && progress.viewedPresentation());
        var found = nodes(client.users("asha", null));
        assertThat(found).extracting(PersonAccount::email).containsExactly("asha@example.org");
        assertThat(client.setUserRole(student.userId(), Role.ADMIN).role()).isEqualTo(Role.ADMIN);
        assertThat(client.setUserActive(student.userId(), false).isActive()).isFalse();
        assertThat(client.createInvite(3, Instant.now(Clock.systemUTC()).plusSeconds(3_600)))
                .isNotBlank();
    }

    @Test
    void whatWasDoneIsInTheAuditLog() {
        client.unlockDay(9);
        client.lockDay(9);

        var actions = nodes(client.adminActions(new AuditFilter(9, null, null, null), null));
        assertThat(actions).extracting(AuditEntry::actionType).startsWith("lock_day", "unlock_day");
        assertThat(actions.getFirst().admin()).extracting(Person::email).isEqualTo(PortalProcess.ADMIN_EMAIL);
        assertThat(actions.getFirst().metadata()).contains("{");
        var to = actions.getLast().timestamp().minusSeconds(1);
        assertThat(nodes(client.adminActions(new AuditFilter(9, null, null, to), null)))
                .isEmpty();
    }

    @Test
    void reportsAreListedAndAPortalWithoutAnEndpointSaysWhatItLacks() {
        var reports = connection.reports().all();

        assertThat(reports).extracting(LakehouseReport::title).contains("Progress by day");
        assertThatThrownBy(() -> connection.reports().read(reports.getFirst()))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("FABRIC_SQL_ENDPOINT");
        assertThatThrownBy(() -> connection.reports().csv(reports.getFirst()))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("FABRIC_SQL_ENDPOINT");
    }

    @Test
    void aRevokedTokenIsReplacedOnceAndThenTheSessionIsOver() {
        var other = PasswordSignIn.inFiles(folder.resolve("other"), Clock.systemUTC())
                .withPassword(portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        try (var second = PortalConnection.to(portal.address(), other, Clock.systemUTC())) {
            assertThat(second.client().course().days()).hasSize(12);
            other.refused(other.accessToken());
            assertThat(second.client().course().days()).hasSize(12);

            Students.endSession(portal.address(), other.accessToken());
            assertThatThrownBy(() -> second.client().course()).isInstanceOf(SignedOutException.class);
        }
    }

    @Test
    void nobodyAnswersAtAnotherPort() {
        try (var nowhere = PortalConnection.to(URI.create("http://127.0.0.1:9"), session, Clock.systemUTC())) {
            assertThat(catchThrowableOfType(
                                    UnreachableException.class,
                                    () -> nowhere.client().course())
                            .reason())
                    .isEqualTo(UnreachableException.Reason.NO_ANSWER);
        }
    }

    private static CourseDay day(int number) {
        return client.course().days().get(number - 1);
    }

    private static <T> List<T> nodes(Connection<T> page) {
        return page.edges().stream().map(Connection.Edge::node).toList();
    }

    private static ErrorCode refusal(Runnable call) {
        return catchThrowableOfType(PortalException.class, call::run).code();
    }
}
