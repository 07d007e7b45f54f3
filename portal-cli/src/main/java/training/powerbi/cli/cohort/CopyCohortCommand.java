package training.powerbi.cli.cohort;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Table;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PlannedDay;
import training.powerbi.client.SchedulePlan;
import training.powerbi.client.access.CohortCopy;

@Command(
        name = "copy",
        description =
                "Make a run of the course like another one, its dates laid over the calendar anew, all days locked.")
final class CopyCohortCommand implements Callable<Integer> {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Desk desk;

    @Parameters(index = "0", paramLabel = "COHORT", description = "Name or id of the one to copy.")
    private String from;

    @Parameters(index = "1", paramLabel = "NAME", description = "What the copy is called.")
    private String name;

    @Option(names = "--start", required = true, paramLabel = "DATE", description = "Date of its first session.")
    private String start;

    @Option(
            names = "--time",
            required = true,
            paramLabel = "TIME",
            description = "When its sessions begin, such as 18:30.")
    private String time;

    @Option(
            names = "--weekdays",
            split = ",",
            paramLabel = "DAY",
            description = "On which days there are sessions: mon,tue and so on; without it Monday to Friday.")
    private @Nullable List<String> weekdays;

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "DATE",
            description = "Dates without a session, such as holidays.")
    private @Nullable List<String> skip;

    @Option(names = "--preview", description = "Tell the dates and make nothing.")
    private boolean preview;

    CopyCohortCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var plan = new SchedulePlan(
                When.day("--start", start),
                When.time("--time", time),
                weekdays == null
                        ? WORKDAYS
                        : weekdays.stream().map(CopyCohortCommand::weekday).collect(Collectors.toSet()),
                dates(),
                null);
        try (var connection = desk.connect()) {
            var copy = new CohortCopy(CohortOption.find(connection, from).cohortId(), name, plan);
            // First, so that no copy is made whose dates could not be told.
            var days = Persistence.ask(() -> connection.cohorts().planCopy(copy));
            tell(preview ? null : Persistence.ask(() -> connection.cohorts().copyCohort(copy)), days);
        }
        return 0;
    }

    private List<LocalDate> dates() {
        return skip == null
                ? List.of()
                : skip.stream().map(date -> When.day("--skip", date)).toList();
    }

    private static DayOfWeek weekday(String typed) {
        var beginning = typed.strip().toUpperCase(Locale.ROOT);
        for (var day : DayOfWeek.values()) {
            if (beginning.length() > 1 && day.name().startsWith(beginning)) {
                return day;
            }
        }
        throw new UsageException("--weekdays takes days such as mon,wed,fri; not " + typed);
    }

    private void tell(@Nullable Cohort made, List<PlannedDay> days) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("cohort", made);
        answer.put("days", days);
        desk.output().answer(answer, terminal -> {
            var table = new Table("DAY", "DATE", "TITLE");
            days.forEach(
                    day -> table.row(Integer.toString(day.dayNumber()), When.date(day.scheduledAt()), day.title()));
            table.print(terminal);
        });
        desk.output()
                .note(
                        made == null
                                ? "Nothing was made."
                                : "The cohort " + made.name() + " is made: " + made.cohortId());
    }
}
