package training.powerbi.server.account;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.RecordedChange;

/// Which run of the course each student takes part in. Whether there is such a run is the caller's to know.
public interface Memberships {
    /// The run that everyone is in unless they are said to be elsewhere; accounts and invites say it by null.
    String MAIN = "main";

    /// A student who changed cohorts.
    ///
    /// @param from null for `main`
    record Move(User user, @Nullable String from) {}

    /// Puts students into a cohort, in one commit with one audit row for each who changes; who is in it already stays.
    /// Returns once that is durable.
    ///
    /// @param cohortId null for `main`
    /// @return all of them, in the order asked for
    /// @throws training.powerbi.model.error.PortalException USER_NOT_FOUND, or BAD_USER_INPUT for a trainer
    List<Move> move(Attempt attempt, List<String> userIds, @Nullable String cohortId);

    /// Takes a move back, unless the student was moved on.
    ///
    /// @param builtUpon what to throw then
    Move moveBack(Action action, RecordedChange move, Supplier<PortalException> builtUpon);
}
