package training.powerbi.server.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.Connection;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.UserProgress;
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

    Dashboard(Curriculum curriculum, RecordingCatalog catalog, StudentProgress progressOf, Accounts accounts) {
        this.curriculum = curriculum;
        this.catalog = catalog;
        this.progressOf = progressOf;
        this.accounts = accounts;
    }

    DashboardStats stats() {
        var days = curriculum.outline();
        var open = days.stream()
                .filter(DayOutline::isUnlocked)
                .map(DayOutline::dayNumber)
                .collect(Collectors.toSet());
        var users = accounts.all().toList();
        var students = activeStudents(users);
        return new DashboardStats(
                days.size(),
                open.size(),
                days.size() - open.size(),
                catalog.activeCount(),
                users.size(),
                students.size(),
                averageCompletion(students, open));
    }

    private static Set<String> activeStudents(List<User> users) {
        return users.stream()
                .filter(user -> user.role() == Role.STUDENT && user.isActive())
                .map(User::userId)
                .collect(Collectors.toSet());
    }

    private double averageCompletion(Set<String> students, Set<Integer> openDays) {
        long cells = (long) students.size() * openDays.size();
        double sum = progressOf
                .completions()
                .filter(cell -> students.contains(cell.userId()) && openDays.contains(cell.dayNumber()))
                .mapToDouble(StudentProgress.DayCompletion::percentage)
                .sum();
        return cells == 0 ? 0 : Math.round(sum / cells * 100) / 100.0;
    }

    /// All days in order, those that nobody touched too.
    List<DayProgress> dayProgress() {
        var students = activeStudents(accounts.all().toList());
        Map<Integer, List<StudentProgress.DayCompletion>> touched = progressOf
                .completions()
                .filter(cell -> students.contains(cell.userId()))
                .collect(Collectors.groupingBy(StudentProgress.DayCompletion::dayNumber));
        return curriculum.outline().stream()
                .map(DayOutline::dayNumber)
                .sorted()
                .map(day -> DayProgress.of(day, touched.getOrDefault(day, List.of())))
                .toList();
    }

    Connection<UserProgress> progress(
            Viewer admin, @Nullable Integer dayNumber, @Nullable Integer first, @Nullable String after) {
        var all =
                progressOf.everyones(admin).filter(progress -> dayNumber == null || progress.dayNumber() == dayNumber);
        return Connection.page(all, Dashboard::sortKey, false, first, after);
    }

    private static String sortKey(UserProgress progress) {
        return String.format(Locale.ROOT, "%s %06d", progress.userId(), progress.dayNumber());
    }
}
