package training.powerbi.cli.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Which run of the course a command is about.
public final class CohortOption {
    @Option(
            names = "--cohort",
            paramLabel = "COHORT",
            description = "The run of the course, by its name or id; see portal cohorts list.")
    private @Nullable String said;

    /// Its id; `main` when nothing was said.
    ///
    /// @throws PortalException COHORT_NOT_FOUND when there is none
    public String orMain(PortalConnection connection) {
        return said == null ? Course.MAIN : find(connection, said).cohortId();
    }

    /// Its id; null, which is everyone, when nothing was said.
    public @Nullable String orEveryone(PortalConnection connection) {
        return said == null ? null : find(connection, said).cohortId();
    }

    /// The cohort that is meant by its id, or by its name in whatever letters.
    public static Cohort find(PortalConnection connection, String said) {
        var all = Persistence.ask(() -> connection.cohorts().cohorts());
        return all.stream()
                .filter(cohort -> cohort.cohortId().equals(said))
                .findFirst()
                .orElseGet(() -> byName(all, said));
    }

    private static Cohort byName(List<Cohort> all, String said) {
        var meant = all.stream()
                .filter(cohort -> cohort.name().equalsIgnoreCase(said.strip()))
                .toList();
        if (meant.size() > 1) {
            throw new UsageException(
                    "Several cohorts have the name " + said + ". Give the id; see portal cohorts list");
        }
        return meant.stream()
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ErrorCode.COHORT_NOT_FOUND,
                        "There is no cohort " + said + "; see portal cohorts list --archived"));
    }
}
