package training.powerbi.benchmark;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Role;
import training.powerbi.server.PortalServer;
import training.powerbi.server.access.CohortDayRow;
import training.powerbi.server.access.CohortRow;
import training.powerbi.server.access.CohortRowBuilder;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.access.OverrideRowBuilder;
import training.powerbi.server.account.user.UserRow;

/// The portal with so many students, a twentieth of them in each of twenty cohorts, with all days open and two
/// exceptions
/// each. It says what that takes of the heap. Arguments: how many students, then those of the server.
final class CrowdServer {
    /// The cohort of whoever is measured.
    static final String COHORT = "run-7";

    private static final int COHORTS = 20;
    private static final int DAYS = 12;
    private static final int MEBIBYTE = 1024 * 1024;

    private CrowdServer() {}

    public static void main(String[] args) {
        int students = Integer.parseInt(args[0]);
        var context = new SpringApplicationBuilder(PortalServer.class).run(Arrays.copyOfRange(args, 1, args.length));
        long before = used();
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        fillCohorts(context, students == 0 ? 1 : COHORTS, now);
        fillStudents(context, students, now);
        System.out.printf(
                Locale.ROOT,
                "heap with %d students %d MiB, empty %d MiB%n",
                students,
                used() / MEBIBYTE,
                before / MEBIBYTE);
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void fillCohorts(ApplicationContext context, int cohorts, Instant now) {
        var rows = new ArrayList<CohortRow>();
        var days = new ArrayList<CohortDayRow>();
        // The measured one is there in either case.
        IntStream.range(0, cohorts).map(i -> cohorts == 1 ? 7 : i).forEach(i -> {
            rows.add(new CohortRowBuilder()
                    .cohortId("run-" + i)
                    .name("Run " + i)
                    .isArchived(false)
                    .createdAt(now)
                    .updatedAt(now)
                    .editVersion(1)
                    .build());
            for (int day = 1; day <= DAYS; day++) {
                days.add(CohortDayRow.of(DayState.untouched("run-" + i, day).unlocked("admin", now), now));
            }
        });
        context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, CohortRow>>() {})
                .getObject()
                .append(rows);
        context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, CohortDayRow>>() {})
                .getObject()
                .append(days);
    }

    private static void fillStudents(ApplicationContext context, int students, Instant now) {
        if (students == 0) {
            return;
        }
        var users = new ArrayList<UserRow>();
        var exceptions = new ArrayList<OverrideRow>();
        for (int i = 0; i < students; i++) {
            var id = "student-" + i;
            users.add(UserRow.withPassword(id, id + "@example.com", "no password", Role.STUDENT, now)
                    .registered("Student " + i, null, "run-" + i % COHORTS));
            for (int day = 1; day <= 2; day++) {
                exceptions.add(new OverrideRowBuilder()
                        .overrideId(id + '/' + day)
                        .userId(id)
                        .dayNumber(day)
                        .isOpen(true)
                        .reason("a reason of the usual length")
                        .createdAt(now)
                        .createdBy("admin")
                        .updatedAt(now)
                        .build());
            }
        }
        context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, UserRow>>() {})
                .getObject()
                .append(users);
        context.getBeanProvider(new ParameterizedTypeReference<DeltaTable<String, OverrideRow>>() {})
                .getObject()
                .append(exceptions);
    }
}
