package training.powerbi.client.access;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PlannedDay;
import training.powerbi.client.graphql.GraphQlHttp;

/// Each call is one operation of the same name.
final class GraphQlCohortClient implements CohortClient {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String COHORT = "cohortId";
    private static final String INPUT = "input";

    private final GraphQlHttp graphQl;

    GraphQlCohortClient(GraphQlHttp graphQl) {
        this.graphQl = graphQl;
    }

    private record Copied(@Nullable Cohort cohort, List<PlannedDay> days) {}

    @Override
    public List<Cohort> cohorts() {
        return List.of(graphQl.ask("Cohorts", Map.of(), Cohort[].class));
    }

    @Override
    public Cohort createCohort(CohortWords words) {
        return graphQl.make("CreateCohort", Map.of(INPUT, input(words)), Cohort.class);
    }

    @Override
    public Cohort updateCohort(String cohortId, CohortWords words) {
        return graphQl.ask("UpdateCohort", Map.of(COHORT, cohortId, INPUT, input(words)), Cohort.class);
    }

    private static Map<String, Object> input(CohortWords words) {
        var input = new HashMap<String, Object>();
        input.put("name", words.name());
        if (words.timeZone() != null) {
            input.put("timeZone", words.timeZone());
        }
        if (words.startsOn() != null) {
            input.put("startsOn", words.startsOn().toString());
        }
        return input;
    }

    @Override
    public Cohort archiveCohort(String cohortId) {
        return graphQl.ask("ArchiveCohort", Map.of(COHORT, cohortId), Cohort.class);
    }

    @Override
    public List<PlannedDay> planCopy(CohortCopy copy) {
        return graphQl.ask("CopyCohort", variables(copy, true), Copied.class).days();
    }

    @Override
    public Cohort copyCohort(CohortCopy copy) {
        var made =
                graphQl.make("CopyCohort", variables(copy, false), Copied.class).cohort();
        if (made == null) {
            throw new IllegalStateException("The portal made no cohort");
        }
        return made;
    }

    private static Map<String, Object> variables(CohortCopy copy, boolean preview) {
        var plan = copy.plan();
        return Map.of(
                "fromCohortId",
                copy.fromCohortId(),
                "name",
                copy.name(),
                "startDate",
                plan.startDate().toString(),
                "time",
                CLOCK_TIME.format(plan.time()),
                "weekdays",
                plan.weekdays(),
                "skip",
                plan.skip().stream().map(LocalDate::toString).toList(),
                "preview",
                preview);
    }

    @Override
    public List<PersonAccount> moveStudents(List<String> userIds, String cohortId) {
        return List.of(
                graphQl.ask("MoveStudents", Map.of("userIds", userIds, COHORT, cohortId), PersonAccount[].class));
    }
}
