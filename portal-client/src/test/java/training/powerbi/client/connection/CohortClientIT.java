package training.powerbi.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;
import training.powerbi.client.SchedulePlan;
import training.powerbi.client.access.AccessClient;
import training.powerbi.client.access.AccessOverride;
import training.powerbi.client.access.CohortClient;
import training.powerbi.client.access.CohortCopy;
import training.powerbi.client.access.CohortWords;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;
import training.powerbi.model.AccessDecision;
import training.powerbi.model.Connection;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A second run of the course, from its copy to undoing what was done, against the real server.
class CohortClientIT {
    @TempDir
    private static Path folder;

    private static PortalProcess portal;
    private static PortalConnection connection;
    private static PortalClient client;
    private static CohortClient cohorts;
    private static AccessClient access;

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
        var session = PasswordSignIn.inFiles(folder.resolve("tokens"), Clock.systemUTC())
                .withPassword(portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        connection = PortalConnection.to(portal.address(), session, Clock.systemUTC());
        client = connection.client();
        cohorts = connection.cohorts();
        access = connection.access();
    }

    @AfterAll
    static void stop() {
        connection.close();
        portal.close();
    }

    private static PersonAccount student() {
        Students.register(portal.address(), "asha@example.org");
        return client.users("asha@example.org", null).edges().getFirst().node();
    }

    @Test
    void aSecondRunIsCopiedFilledOpenedByTheClockAndUndone() {
        var first = LocalDate.now(Clock.systemUTC()).plusDays(30);
        var weekdays = Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        var plan = new SchedulePlan(first, LocalTime.of(18, 30), weekdays, List.of(first.plusDays(7)), null);
        var copy = new CohortCopy(Course.MAIN, "Spring class", plan);

        var planned = cohorts.planCopy(copy);
        assertThat(planned)
                .hasSize(12)
                .allMatch(day -> weekdays.contains(
                        day.scheduledAt().atZone(ZoneOffset.UTC).getDayOfWeek()));
        assertThat(client.course().cohorts()).extracting(Cohort::cohortId).containsExactly(Course.MAIN);

        var spring = cohorts.copyCohort(copy).cohortId();
        var course = client.course(spring);
        assertThat(course.cohorts()).extracting(Cohort::name).contains("Spring class");
        assertThat(course.days()).noneMatch(day -> day.isUnlocked());
        assertThat(course.days().getFirst().scheduledAt())
                .isEqualTo(planned.getFirst().scheduledAt());

        var student = student();
        assertThat(cohorts.moveStudents(List.of(student.userId()), spring))
                .extracting(PersonAccount::cohortId)
                .containsExactly(spring);
        assertThat(client.users("", null, spring).edges()).hasSize(1);

        aDayOpensForThatRunAlone(spring, student);
        exceptionsAreExplained(student);
        whatWasDoneIsUndone(spring);
        assertThat(cohorts.updateCohort(spring, new CohortWords("Evening class", "Europe/Prague", first)))
                .extracting(Cohort::name, Cohort::timeZone)
                .containsExactly("Evening class", "Europe/Prague");
        assertThat(cohorts.archiveCohort(spring).isArchived()).isTrue();
        assertThat(cohorts.cohorts()).hasSize(2);
        assertThat(client.course().cohorts()).hasSize(1);
    }

    private static void aDayOpensForThatRunAlone(String spring, PersonAccount student) {
        assertThat(client.unlockDay(1, spring).isUnlocked()).isTrue();
        assertThat(client.course().days().getFirst().isUnlocked()).isFalse();
        assertThat(access.courseAs(student.userId(), null).getFirst().isUnlocked())
                .isTrue();

        var opensAt = Instant.now(Clock.systemUTC()).plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        assertThat(access.openDayAt(2, spring, opensAt).opensAt()).isEqualTo(opensAt);
        assertThat(access.courseAs(student.userId(), opensAt).get(1).isUnlocked())
                .isTrue();
        assertThat(access.openDayAt(2, spring, null).opensAt()).isNull();
        assertThat(access.setSession(2, spring, "https://meet.example.com/2", 90))
                .extracting(day -> day.joinUrl(), day -> day.sessionMinutes())
                .containsExactly("https://meet.example.com/2", 90);
    }

    private static void exceptionsAreExplained(PersonAccount student) {
        assertThat(access.explainAccess(student.userId(), 5, null).decidedBy()).isEqualTo(AccessDecision.LOCKED);
        var made = access.grantAccess(student.userId(), 5, true, "Was ill", null);
        assertThat(access.explainAccess(student.userId(), 5, null))
                .matches(why -> why.isOpen() && why.reason().contains("Was ill"));
        assertThat(access.overrides(student.userId(), null))
                .extracting(AccessOverride::overrideId)
                .containsExactly(made.overrideId());
        access.revokeOverride(made.overrideId());
        assertThat(access.overrides(null, 5)).isEmpty();
        assertThat(access.studentProgress(student.userId())).isEmpty();
    }

    private static void whatWasDoneIsUndone(String spring) {
        var history = access.dayHistory(1, null).edges().stream()
                .map(Connection.Edge::node)
                .toList();
        var unlocked = history.getFirst();
        assertThat(unlocked.actionType()).isEqualTo("unlock_day");
        client.lockDay(1, spring);
        assertThatThrownBy(() -> access.undoAction(unlocked.actionId()))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICTING_UPDATE));
        var locked = access.dayHistory(1, null).edges().getFirst().node();
        assertThat(access.undoAction(locked.actionId()).actionType()).isEqualTo("undo");
        assertThat(client.course(spring).days().getFirst().isUnlocked()).isTrue();
    }
}
