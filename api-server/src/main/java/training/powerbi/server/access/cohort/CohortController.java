package training.powerbi.server.access.cohort;

import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.User;
import training.powerbi.server.audit.Attempt;

@Controller
class CohortController {
    private final CohortList cohorts;
    private final CohortEditor editor;
    private final StudentMoves moves;

    CohortController(CohortList cohorts, CohortEditor editor, StudentMoves moves) {
        this.cohorts = cohorts;
        this.editor = editor;
        this.moves = moves;
    }

    @QueryMapping
    List<Cohort> cohorts(@Argument boolean includeArchived) {
        return cohorts.all(includeArchived);
    }

    @MutationMapping
    Cohort createCohort(Attempt attempt, @Argument CohortInput input) {
        return editor.create(attempt, input);
    }

    @MutationMapping
    Cohort updateCohort(Attempt attempt, @Argument String cohortId, @Argument CohortInput input) {
        return editor.update(attempt, cohortId, input);
    }

    @MutationMapping
    Cohort archiveCohort(Attempt attempt, @Argument String cohortId) {
        return editor.archive(attempt, cohortId);
    }

    @MutationMapping
    List<User> moveStudents(Attempt attempt, @Argument List<String> userIds, @Argument String cohortId) {
        return moves.move(attempt, userIds, cohortId);
    }
}
