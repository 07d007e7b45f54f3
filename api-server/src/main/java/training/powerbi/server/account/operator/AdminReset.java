package training.powerbi.server.account.operator;

import java.util.Comparator;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.Role;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.password.PasswordHasher;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// The way back in for the first admin, whom nobody else can help: a new first password for whoever can start programs
/// on the server's machine. Such a start answers nobody and ends at once.
@Component
@ConditionalOnProperty(name = AdminReset.PROPERTY, havingValue = "true")
class AdminReset implements ApplicationRunner {
    static final String PROPERTY = "portal.bootstrap.reset-admin";

    private final BootstrapProperties properties;
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final Changes changes;
    private final Console console;

    AdminReset(
            BootstrapProperties properties,
            DeltaTable<String, UserRow> users,
            Sessions sessions,
            PasswordHasher hasher,
            Changes changes,
            Console console) {
        this.properties = properties;
        this.users = users;
        this.sessions = sessions;
        this.hasher = hasher;
        this.changes = changes;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        firstAdmin(users.snapshot());
        var password = FirstPassword.random();
        var hash = hasher.hash(password);
        var reset = Attempt.byOperator().to(ActionType.RESET_ADMIN);
        var admin = changes.run(reset, users, (state, at) -> {
                    var before = firstAdmin(state);
                    var after = before.withActive(true, at)
                            .withNewPassword(hash, at, null)
                            .mustChange();
                    return Change.of(
                            after,
                            Entry.of(before.userId(), Map.of("isActive", before.active()), Map.of("isActive", true)));
                })
                .answer();
        sessions.endAll(admin.userId(), null);
        // Once it is stored: whoever sees it can use it. A crash in between costs another run.
        console.print(FirstPassword.notice("A new password for the first admin", admin.email(), password));
    }

    /// The one whom the settings name, as long as that account is an admin's who can sign in with a password; else the
    /// oldest such account.
    private UserRow firstAdmin(TableSnapshot<String, UserRow> state) {
        var named = Emails.normal(properties.adminEmail());
        return state.rows()
                .filter(row -> row.role() == Role.ADMIN)
                .min(Comparator.<UserRow, Boolean>comparing(row -> !row.active())
                        .thenComparing(row -> row.passwordHash() == null)
                        .thenComparing(row -> !Emails.normal(row.email()).equals(named))
                        .thenComparing(UserRow::createdAt))
                .orElseThrow(() -> PortalException.badInput(
                        "--reset-admin",
                        "There is no admin in this data folder yet: check PORTAL_DATA_DIR, or start the portal without"
                                + " --reset-admin; it makes the first admin and shows the password."));
    }
}
