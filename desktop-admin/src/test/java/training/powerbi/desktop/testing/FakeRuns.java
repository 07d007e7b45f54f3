package training.powerbi.desktop.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The runs of the course that the portal in memory has, each with its days.
public abstract class FakeRuns {
    public volatile Course course = Samples.course();
    /// Runs beside main, by their ids.
    public final Map<String, Course> runs = new ConcurrentHashMap<>();

    public List<Course.Cohort> cohorts = List.of();

    public CourseDay day(int number) {
        return day(number, Course.MAIN);
    }

    public CourseDay day(int number, String cohortId) {
        return run(cohortId).days().stream()
                .filter(day -> day.dayNumber() == number)
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.DAY_NOT_FOUND, "There is no such day."));
    }

    /// A colleague's change, unseen by this client.
    public void put(CourseDay changed) {
        var old = run(changed.cohortId());
        put(new Course(
                changed.cohortId(),
                old.days().stream()
                        .map(day -> day.dayNumber() == changed.dayNumber() ? changed : day)
                        .toList(),
                old.progress(),
                old.students(),
                cohorts));
    }

    private void put(Course run) {
        if (run.cohortId().equals(Course.MAIN)) {
            course = run;
        } else {
            runs.put(run.cohortId(), run);
        }
    }

    /// Adds a run beside main with the same days, all of them locked.
    public void add(Course.Cohort cohort) {
        cohorts = cohorts.isEmpty() ? List.of(Samples.cohort(Course.MAIN, "Autumn 2026"), cohort) : plus(cohort);
        put(new Course(
                cohort.cohortId(),
                course.days().stream()
                        .map(day -> Samples.open(Samples.in(day, cohort.cohortId()), false))
                        .toList(),
                List.of(),
                cohort.students(),
                cohorts));
    }

    private List<Course.Cohort> plus(Course.Cohort cohort) {
        List<Course.Cohort> all = new ArrayList<>(cohorts);
        all.add(cohort);
        return all;
    }

    private Course run(String cohortId) {
        return cohortId.equals(Course.MAIN) ? course : Objects.requireNonNull(runs.get(cohortId), cohortId);
    }

    /// The same without asking.
    public Course whole(String cohortId) {
        var run = run(cohortId);
        return new Course(cohortId, run.days(), run.progress(), run.students(), cohorts);
    }
}
