package training.powerbi.server.account.erasure;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

@Controller
class ErasureController {
    private final Eraser eraser;

    ErasureController(Eraser eraser) {
        this.eraser = eraser;
    }

    @QueryMapping
    ErasurePreview erasurePreview(Viewer viewer, @Argument String userId) {
        return eraser.preview(viewer, userId);
    }

    @MutationMapping
    Erasure eraseUser(@Argument String userId, @Argument String confirmEmail, Attempt attempt) {
        return eraser.erase(attempt, userId, confirmEmail);
    }
}
