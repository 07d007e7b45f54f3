package training.powerbi.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PortalClient;

/// Opens or locks some days, one after the other, once all of them are known to be there.
record LockTurn(Desk desk, BiFunction<PortalClient, Integer, CourseDay> turn) {

    void at(List<String> words) {
        DayNumbers.of(words);
        var turned = new ArrayList<CourseDay>();
        try (var connection = desk.connect()) {
            var client = connection.client();
            var course = Persistence.ask(client::course);
            try {
                for (var day : DayNumbers.in(course, words)) {
                    turned.add(Persistence.ask(() -> turn.apply(client, day.dayNumber())));
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

    static void tell(List<CourseDay> days, Course course, Desk desk) {
        var lines = days.stream().map(day -> DayLine.of(day, course)).toList();
        desk.output()
                .answer(
                        lines,
                        terminal -> lines.forEach(day -> terminal.say("Day " + day.dayNumber() + " is "
                                + (day.isUnlocked() ? "open: " : "locked: ")
                                + Width.plain(day.title()))));
    }
}
