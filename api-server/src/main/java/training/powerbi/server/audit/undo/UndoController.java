package training.powerbi.server.audit.undo;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.server.audit.AdminAction;
import training.powerbi.server.audit.Attempt;

@Controller
class UndoController {
    private final UndoDesk desk;

    UndoController(UndoDesk desk) {
        this.desk = desk;
    }

    @MutationMapping
    AdminAction undoAction(Attempt attempt, @Argument String actionId) {
        return desk.undo(attempt, actionId);
    }
}
