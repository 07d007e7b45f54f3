package training.powerbi.desktop.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.CourseDay;
import training.powerbi.client.Person;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PlannedDay;
import training.powerbi.client.access.AccessClient;
import training.powerbi.client.access.AccessExplanation;
import training.powerbi.client.access.AccessOverride;
import training.powerbi.client.access.CohortClient;
import training.powerbi.client.access.CohortCopy;
import training.powerbi.client.access.CohortWords;
import training.powerbi.model.AccessDecision;
import training.powerbi.model.Connection;
import training.powerbi.model.UserProgress;

/// Who may see what at the portal in memory.
public final class FakeAccess implements AccessClient, CohortClient {
    private final FakePortal portal;
    public List<AccessOverride> overrides = List.of();

    FakeAccess(FakePortal portal) {
        this.portal = portal;
    }

    @Override
    public List<Cohort> cohorts() {
        portal.hear("cohorts");
        return portal.cohorts.isEmpty() ? List.of(Samples.cohort(Course.MAIN, "Autumn 2026")) : portal.cohorts;
    }

    @Override
    public Cohort createCohort(CohortWords words) {
        portal.hear("createCohort " + words);
        var made = Samples.cohort(newId(), words.name());
        portal.add(made);
        return made;
    }

    private String newId() {
        return "c" + Math.max(2, portal.cohorts.size() + 1);
    }

    @Override
    public Cohort updateCohort(String cohortId, CohortWords words) {
        portal.hear("updateCohort " + cohortId + " " + words);
        return change(Samples.cohort(cohortId, words.name()));
    }

    @Override
    public Cohort archiveCohort(String cohortId) {
        portal.hear("archiveCohort " + cohortId);
        var old = cohort(cohortId);
        portal.cohorts = portal.cohorts.stream()
                .filter(each -> !each.cohortId().equals(cohortId))
                .toList();
        return new Cohort(cohortId, old.name(), old.timeZone(), old.startsOn(), true, old.students(), old.createdAt());
    }

    private Cohort cohort(String cohortId) {
        return portal.cohorts.stream()
                .filter(each -> each.cohortId().equals(cohortId))
                .findFirst()
                .orElseThrow();
    }

    private Cohort change(Cohort changed) {
        portal.cohorts = portal.cohorts.stream()
                .map(each -> each.cohortId().equals(changed.cohortId()) ? changed : each)
                .toList();
        return changed;
    }

    @Override
    public List<PlannedDay> planCopy(CohortCopy copy) {
        portal.hear("planCopy " + copy);
        return portal.course.days().stream()
                .map(day -> FakePortal.planned(day, copy.plan()))
                .toList();
    }

    @Override
    public Cohort copyCohort(CohortCopy copy) {
        portal.hear("copyCohort " + copy.name());
        var made = Samples.cohort(newId(), copy.name());
        portal.add(made);
        return made;
    }

    @Override
    public List<PersonAccount> moveStudents(List<String> userIds, String cohortId) {
        portal.hear("moveStudents " + userIds + " " + cohortId);
        portal.people = portal.people.stream()
                .map(person -> userIds.contains(person.userId()) ? in(person, cohortId) : person)
                .toList();
        return portal.people.stream()
                .filter(person -> userIds.contains(person.userId()))
                .toList();
    }

    /// The person as a student of a run.
    public static PersonAccount in(PersonAccount person, String cohortId) {
        return new PersonAccount(
                person.userId(),
                person.email(),
                person.displayName(),
                person.role(),
                person.isActive(),
                person.createdAt(),
                person.lastLogin(),
                cohortId.equals(Course.MAIN) ? null : cohortId);
    }

    @Override
    public CourseDay openDayAt(int dayNumber, String cohortId, @Nullable Instant opensAt) {
        portal.hear("openDayAt " + dayNumber + " " + cohortId + " " + opensAt);
        portal.put(Samples.opening(portal.day(dayNumber, cohortId), opensAt));
        return portal.day(dayNumber, cohortId);
    }

    @Override
    public CourseDay setSession(int dayNumber, String cohortId, @Nullable String joinUrl, @Nullable Integer minutes) {
        portal.hear("setSession " + dayNumber + " " + cohortId + " " + joinUrl + " " + minutes);
        return portal.day(dayNumber, cohortId);
    }

    @Override
    public AccessOverride grantAccess(
            String userId, int dayNumber, boolean isOpen, String reason, @Nullable Instant expiresAt) {
        portal.hear("grantAccess " + userId + " " + dayNumber + " " + isOpen + " " + reason + " " + expiresAt);
        var made = new AccessOverride(
                "o" + overrides.size(),
                person(userId),
                dayNumber,
                isOpen,
                reason,
                expiresAt,
                Samples.MORNING,
                Samples.ANA);
        List<AccessOverride> all = new ArrayList<>(overrides);
        all.addFirst(made);
        overrides = all;
        return made;
    }

    private Person person(String userId) {
        return portal.people.stream()
                .filter(each -> each.userId().equals(userId))
                .findFirst()
                .map(each -> new Person(userId, each.email(), each.displayName()))
                .orElseThrow();
    }

    @Override
    public AccessOverride revokeOverride(String overrideId) {
        portal.hear("revokeOverride " + overrideId);
        var gone = overrides.stream()
                .filter(each -> each.overrideId().equals(overrideId))
                .findFirst()
                .orElseThrow();
        overrides = overrides.stream().filter(each -> !each.equals(gone)).toList();
        return gone;
    }

    @Override
    public List<AccessOverride> overrides(@Nullable String userId, @Nullable Integer dayNumber) {
        return overrides.stream()
                .filter(each -> userId == null || each.user().userId().equals(userId))
                .filter(each -> dayNumber == null || each.dayNumber() == dayNumber)
                .toList();
    }

    @Override
    public AccessExplanation explainAccess(String userId, int dayNumber, @Nullable Instant at) {
        portal.hear("explainAccess " + userId + " " + dayNumber);
        return overrides(userId, dayNumber).stream()
                .findFirst()
                .map(each -> new AccessExplanation(
                        each.isOpen(),
                        each.isOpen() ? AccessDecision.GRANTED : AccessDecision.HELD_BACK,
                        "Day " + dayNumber + " was opened by an exception for this person: " + each.reason(),
                        each.expiresAt()))
                .orElseGet(() -> {
                    var open = seen(userId, portal.day(dayNumber)).isUnlocked();
                    return new AccessExplanation(
                            open,
                            open ? AccessDecision.UNLOCKED : AccessDecision.LOCKED,
                            "Day " + dayNumber + (open ? " was unlocked by a trainer." : " is locked."),
                            null);
                });
    }

    @Override
    public List<CourseDay> courseAs(String userId, @Nullable Instant at) {
        portal.hear("courseAs " + userId + " " + at);
        return portal.course.days().stream().map(day -> seen(userId, day)).toList();
    }

    private CourseDay seen(String userId, CourseDay main) {
        var day = portal.people.stream()
                .filter(each -> each.userId().equals(userId))
                .findFirst()
                .map(PersonAccount::cohortId)
                .map(cohort -> portal.day(main.dayNumber(), Objects.requireNonNull(cohort)))
                .orElse(main);
        return overrides(userId, day.dayNumber()).stream()
                .findFirst()
                .map(each -> Samples.open(day, each.isOpen()))
                .orElse(day);
    }

    @Override
    public List<UserProgress> studentProgress(String userId) {
        return portal.progress.stream()
                .filter(each -> each.userId().equals(userId))
                .toList();
    }

    @Override
    public Connection<AuditEntry> dayHistory(int dayNumber, @Nullable String after) {
        return portal.adminActions(new AuditFilter(dayNumber, null, null, null), after);
    }

    @Override
    public CourseDay restoreDay(int dayNumber, String actionId) {
        portal.hear("restoreDay " + dayNumber + " " + actionId);
        return portal.day(dayNumber);
    }

    @Override
    public AuditEntry undoAction(String actionId) {
        portal.hear("undoAction " + actionId);
        return portal.audit.stream()
                .filter(each -> each.actionId().equals(actionId))
                .findFirst()
                .orElseThrow();
    }
}
