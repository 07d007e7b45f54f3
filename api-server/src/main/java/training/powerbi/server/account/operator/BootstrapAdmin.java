package training.powerbi.server.account.operator;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Role;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.password.PasswordHasher;
import training.powerbi.server.account.password.PasswordRules;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.store.SharedStore;

/// Makes the first admin when there is none, before the web server accepts anyone.
@Component
@ConditionalOnProperty(name = AdminReset.PROPERTY, havingValue = "false", matchIfMissing = true)
class BootstrapAdmin implements SmartInitializingSingleton {
    private final BootstrapProperties properties;
    private final DeltaTable<String, UserRow> users;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final boolean debug;
    // Whether other servers may be starting on the same tables.
    private final boolean shared;
    private final Console console;
    private final Clock clock;

    BootstrapAdmin(
            BootstrapProperties properties,
            DeltaTable<String, UserRow> users,
            PasswordHasher hasher,
            PasswordRules rules,
            Environment environment,
            Console console,
            Clock clock) {
        this.properties = properties;
        this.users = users;
        this.hasher = hasher;
        this.rules = rules;
        this.debug = environment.getProperty("portal.debug", Boolean.class, false);
        this.shared = SharedStore.isMeant(environment);
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (hasAdmin(users.snapshot())) {
            return;
        }
        var email = Emails.normal(properties.adminEmail());
        if (!users.snapshot().select(UserRow.BY_EMAIL, email).isEmpty()) {
            throw PortalException.badInput(
                    "DEFAULT_ADMIN",
                    "There is no admin, and DEFAULT_ADMIN_EMAIL belongs to a student: set" + " another address.");
        }
        var chosen = properties.adminPassword().isSet();
        var password = chosen ? properties.adminPassword().value() : FirstPassword.random();
        if (chosen && !debug) {
            rules.complaint(password, email).ifPresent(complaint -> {
                throw PortalException.badInput("DEFAULT_ADMIN", "DEFAULT_ADMIN_PASSWORD is too weak: " + complaint);
            });
        }
        if (!chosen && !shared) {
            // Shown before it is stored: a crash in between leaves no admin, and the next start makes another.
            console.print(FirstPassword.notice("The first admin of this portal", email, password));
        }
        var row = UserRow.withPassword(
                UUID.randomUUID().toString(), email, hasher.hash(password), Role.ADMIN, clock.instant());
        var made = users.update(now -> hasAdmin(now)
                ? Verdict.<String, UserRow, Boolean>unchanged(false)
                : new Verdict<>(List.of(chosen ? row : row.mustChange()), List.of(), List.of(), true));
        if (!chosen && shared && made.answer()) {
            // Of several servers only the one that made the admin knows the password; none may show another.
            console.print(FirstPassword.notice("The first admin of this portal", email, password));
        }
    }

    private static boolean hasAdmin(TableSnapshot<String, UserRow> users) {
        return users.rows().anyMatch(row -> row.role() == Role.ADMIN);
    }
}
