package training.powerbi.server.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.Connection;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.UserProgress;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.curriculum.DayOutline;
import training.powerbi.server.progress.StudentProgress;
import training.powerbi.server.recording.RecordingCatalog;

/// Numbers over several features, computed when asked.
@Service
@PreAuthorize("hasRole('ADMIN')")
class Dashboard {
    private final Curriculum curriculum;
    private final RecordingCatalog catalog;
    private final StudentProgress progressOf;
    private final Accounts accounts;
    private final Cohorts cohorts;

    Dashboard(
            Curriculum curriculum,
            RecordingCatalog catalog,
            StudentProgress progressOf,
            Accounts accounts,
            Cohorts cohorts) {
        this.curriculum = curriculum;
        this.catalog = catalog;
        this.progressOf = progressOf;
        this.accounts = accounts;
        this.cohorts = cohorts;
    }

    /// @param cohortId null for everyone; days are then counted as `main` has them
    DashboardStats stats(@Nullable String cohortId) {
        var days = outline(cohortId);
        var open = openDays(days);
        var people = people(cohortId);
        var students = activeStudents(people);
        return new DashboardStats(
                days.size(),
                open.size(),
                days.size() - open.size(),
                catalog.activeCount(cohortId),
                people.size(),
                students.size(),
                averageCompletion(students));
    }

    private List<DayOutline> outline(@Nullable String cohortId) {
        return curriculum.outline(
                cohortId == null ? Cohorts.MAIN : cohorts.require(cohortId).cohortId());
    }

    private static Set<Integer> openDays(List<DayOutline> days) {
        return days.stream()
                .filter(DayOutline::isUnlocked)
                .map(DayOutline::dayNumber)
                .collect(Collectors.toSet());
    }

    /// Trainers are in no cohort, and counted where everyone is.
    private List<User> people(@Nullable String cohortId) {
        return accounts.all()
                .filter(user -> cohortId == null
                        || (user.role() == Role.STUDENT && cohortOf(user).equals(cohortId)))
                .toList();
    }

    private static String cohortOf(User user) {
        return Objects.requireNonNullElse(user.cohortId(), Cohorts.MAIN);
    }

    /// Their cohorts by their ids.
    private static Map<String, String> activeStudents(List<User> users) {
        return users.stream()
                .filter(user -> user.role() == Role.STUDENT && user.isActive())
                .collect(Collectors.toMap(User::userId, Dashboard::cohortOf));
    }

    /// Over the days that are open for each one's cohort.
    private double averageCompletion(Map<String, String> students) {
        var open = new HashMap<String, Set<Integer>>();
        students.values().forEach(cohort -> open.computeIfAbsent(cohort, id -> openDays(curriculum.outline(id))));
        long cells = students.values().stream()
                .mapToLong(cohort -> open.getOrDefault(cohort, Set.of()).size())
                .sum();
        double sum = progressOf
                .completions()
                .filter(cell -> {
                    var cohort = students.get(cell.userId());
                    return cohort != null && open.getOrDefault(cohort, Set.of()).contains(cell.dayNumber());
                })
                .mapToDouble(StudentProgress.DayCompletion::percentage)
                .sum();
        return cells == 0 ? 0 : Math.round(sum / cells * 100) / 100.0;
    }

    /// All days in order, those that nobody touched too.
    List<DayProgress> dayProgress(@Nullable String cohortId) {
        var days = outline(cohortId);
        var students = activeStudents(people(cohortId)).keySet();
        Map<Integer, List<StudentProgress.DayCompletion>> touched = progressOf
                .completions()
                .filter(cell -> students.contains(cell.userId()))
                .collect(Collectors.groupingBy(StudentProgress.DayCompletion::dayNumber));
        return days.stream()
                .map(DayOutline::dayNumber)
                .sorted()
                .map(day -> DayProgress.of(day, touched.getOrDefault(day, List.of())))
                .toList();
    }

    Connection<UserProgress> progress(
            Viewer admin,
            @Nullable Integer dayNumber,
            @Nullable String cohortId,
            @Nullable Integer first,
            @Nullable String after) {
        var students = cohortId == null
                ? null
                : people(cohorts.require(cohortId).cohortId()).stream()
                        .map(User::userId)
                        .collect(Collectors.toSet());
        var all = progressOf
                .everyones(admin)
                .filter(progress -> dayNumber == null || progress.dayNumber() == dayNumber)
                .filter(progress -> students == null || students.contains(progress.userId()));
        return Connection.page(all, Dashboard::sortKey, false, first, after);
    }

    private static String sortKey(UserProgress progress) {
        return String.format(Locale.ROOT, "%s %06d", progress.userId(), progress.dayNumber());
    }
}
