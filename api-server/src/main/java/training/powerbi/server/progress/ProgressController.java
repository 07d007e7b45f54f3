package training.powerbi.server.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.ContentType;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.UserProgress;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

@Controller
class ProgressController {
    private final StudentProgress progressOf;
    private final ContentMarks marks;
    private final ProgressLedger ledger;
    private final ProgressStream stream;

    ProgressController(StudentProgress progressOf, ContentMarks marks, ProgressLedger ledger, ProgressStream stream) {
        this.progressOf = progressOf;
        this.marks = marks;
        this.ledger = ledger;
        this.stream = stream;
    }

    @QueryMapping
    List<UserProgress> userProgress(Viewer viewer, @Argument @Nullable String userId) {
        return progressOf.of(viewer, userId);
    }

    @SchemaMapping
    UserProgress progress(TrainingDay day, Perspective who) {
        return progressOf.own(who, day.dayNumber());
    }

    @MutationMapping
    UserProgress markContentViewed(
            Viewer viewer,
            Attempt attempt,
            @Argument @Nullable String userId,
            @Argument int dayNumber,
            @Argument ContentType contentType) {
        return marks.mark(viewer, attempt, userId, dayNumber, contentType);
    }

    @MutationMapping
    UserProgress recordPlayback(Viewer viewer, @Argument PlaybackInput input) {
        return ledger.record(viewer, input);
    }

    @SubscriptionMapping
    Flux<UserProgress> progressUpdated(Viewer viewer) {
        return stream.updates(viewer);
    }
}
