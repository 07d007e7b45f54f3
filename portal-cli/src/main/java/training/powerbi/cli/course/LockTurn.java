package training.powerbi.cli.course;

import java.util.ArrayList;
import java.util.List;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PortalClient;

/// Opens or locks some days, one after the other, once all of them are known to be there.
record LockTurn(Desk desk, CohortOption cohort, Turn turn) {
    /// Opens or locks one day of a cohort.
    interface Turn {
        CourseDay of(PortalClient client, int dayNumber, String cohortId);
    }

    void at(List<String> words) {
        DayNumbers.of(words);
        var turned = new ArrayList<CourseDay>();
        try (var connection = desk.connect()) {
            var client = connection.client();
            var cohortId = cohort.orMain(connection);
            var course = Persistence.ask(() -> client.course(cohortId));
            try {
                for (var day : DayNumbers.in(course, words)) {
                    turned.add(Persistence.ask(() -> turn.of(client, day.dayNumber(), cohortId)));
                }
            } catch (RuntimeException failed) {
                if (!turned.isEmpty()) {
                    tell(turned, course, desk);
                }
                throw failed;
            }
            tell(turned, course, desk);
        }
    }

    private static String state(DayLine day) {
        if (day.isUnlocked()) {
            return "open: ";
        }
        return day.opensAt() == null ? "locked: " : "locked and opens " + When.date(day.opensAt()) + ": ";
    }

    static void tell(List<CourseDay> days, Course course, Desk desk) {
        var lines = days.stream().map(day -> DayLine.of(day, course)).toList();
        desk.output()
                .answer(
                        lines,
                        terminal -> lines.forEach(day -> terminal.say(
                                "Day " + day.dayNumber() + " is " + state(day) + Width.plain(day.title()))));
    }
}
