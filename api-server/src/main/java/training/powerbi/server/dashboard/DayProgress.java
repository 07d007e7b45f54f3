package training.powerbi.server.dashboard;

import java.util.List;
import training.powerbi.server.progress.StudentProgress.DayCompletion;

/// How many active students have begun a day, and how many have finished it.
record DayProgress(int dayNumber, int started, int completed) {
    private static final double WHOLE = 100;

    static DayProgress of(int dayNumber, List<DayCompletion> touched) {
        long completed =
                touched.stream().filter(cell -> cell.percentage() >= WHOLE).count();
        return new DayProgress(dayNumber, touched.size(), Math.toIntExact(completed));
    }
}
