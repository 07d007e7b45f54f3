package training.powerbi.server.account.edge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.Connection;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.server.account.CohortCheck;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.join.Invites;
import training.powerbi.server.account.reset.PasswordResets;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.People;
import training.powerbi.server.account.user.UserFilter;
import training.powerbi.server.audit.Attempt;

@Controller
class AccountController {
    private final People people;
    private final Invites invites;
    private final PasswordResets passwordResets;
    private final CohortCheck cohorts;

    AccountController(People people, Invites invites, PasswordResets passwordResets, CohortCheck cohorts) {
        this.people = people;
        this.invites = invites;
        this.passwordResets = passwordResets;
        this.cohorts = cohorts;
    }

    @QueryMapping
    User me(Viewer viewer) {
        return people.me(viewer);
    }

    @QueryMapping
    Connection<User> users(
            @Argument @Nullable String filter,
            @Argument @Nullable Role role,
            @Argument @Nullable String cohortId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var found = people.matching(UserFilter.of(filter, role, cohortId));
        // Only now, as it is for trainers to know which there are.
        if (cohortId != null) {
            cohorts.require(cohortId);
        }
        return Connection.page(found.stream(), AccountController::place, false, first, after);
    }

    @MutationMapping
    User setUserRole(@Argument String userId, @Argument Role role, Attempt attempt) {
        return people.setRole(attempt, userId, role);
    }

    @MutationMapping
    User setUserActive(@Argument String userId, @Argument boolean active, Attempt attempt) {
        return people.setActive(attempt, userId, active);
    }

    @MutationMapping
    Invites.Invite createInvite(
            @Argument int maxUses,
            @Argument @Nullable Instant expiresAt,
            @Argument @Nullable String cohortId,
            Attempt attempt) {
        return invites.create(attempt, maxUses, expiresAt, cohortId);
    }

    @MutationMapping
    boolean revokeInvite(@Argument String code, Attempt attempt) {
        return invites.revoke(attempt, code);
    }

    @MutationMapping
    PasswordResets.PasswordReset createPasswordReset(@Argument String userId, Attempt attempt) {
        return passwordResets.create(attempt, userId);
    }

    /// Orders users by e-mail address.
    private static String place(User user) {
        return Emails.normal(user.email()) + '\n' + user.userId();
    }
}
