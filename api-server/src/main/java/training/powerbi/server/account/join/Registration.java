package training.powerbi.server.account.join;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Role;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.RegistrationMode;
import training.powerbi.server.account.password.PasswordHasher;
import training.powerbi.server.account.password.PasswordRules;
import training.powerbi.server.account.throttle.SuccessThrottle;
import training.powerbi.server.account.user.DisplayNames;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.UserRow;

/// Lets people make an account of their own: always as a student.
@Service
public class Registration {
    private final RegistrationMode mode;
    private final DeltaTable<String, UserRow> users;
    private final Invites invites;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final SuccessThrottle throttle;
    private final Clock clock;

    Registration(
            RegistrationMode mode,
            DeltaTable<String, UserRow> users,
            Invites invites,
            PasswordHasher hasher,
            PasswordRules rules,
            SuccessThrottle throttle,
            Clock clock) {
        this.mode = mode;
        this.users = users;
        this.invites = invites;
        this.hasher = hasher;
        this.rules = rules;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// Makes the account, durably, or says what is wrong with the request.
    ///
    /// @param address of the client, for whose network registrations are counted
    public UserRow register(NewAccount wanted, String address) {
        var account = Emails.required(wanted.email());
        var name = DisplayNames.checked(wanted.displayName());
        var code = wanted.inviteCode() == null ? null : TypedText.of("inviteCode", wanted.inviteCode());
        var password = wanted.password();
        if (password == null) {
            throw PortalException.badInput("password", "Choose a password.");
        }
        rules.complaint(password, account).ifPresent(complaint -> {
            throw PortalException.badInput("password", complaint);
        });
        // Once before the costly hash, and again, for good, in the decision.
        var invite = admitted(code, users.snapshot());
        refuseTaken(account, users.snapshot());
        return throttle.registration(
                address, invite != null, () -> add(code, invite, account, name, hasher.hash(password)));
    }

    private UserRow add(
            @Nullable String code, @Nullable String invite, String account, @Nullable String name, String hash) {
        var now = clock.instant();
        var row = UserRow.withPassword(UUID.randomUUID().toString(), account, hash, Role.STUDENT, now)
                .registered(name, invite, invite == null ? null : invites.cohortOf(invite))
                .loggedIn(now);
        return users.update(state -> {
                    if (!Objects.equals(admitted(code, state), invite)) {
                        throw new PortalException(
                                ErrorCode.REGISTRATION_CLOSED,
                                "This invite code was used up or withdrawn just now; ask your trainer for a new one.");
                    }
                    refuseTaken(account, state);
                    return Verdict.upsert(row);
                })
                .answer();
    }

    /// The hash of the invite that was brought, if any was asked for.
    private @Nullable String admitted(@Nullable String inviteCode, TableSnapshot<String, UserRow> state) {
        return switch (mode) {
            // Nobody needs one here; who brings a good one counts with it.
            case OPEN ->
                inviteCode == null || inviteCode.isBlank()
                        ? null
                        : invites.usable(inviteCode, clock.instant(), state)
                                .map(InviteRow::inviteHash)
                                .orElse(null);
            case CLOSED ->
                throw new PortalException(
                        ErrorCode.REGISTRATION_CLOSED, "This portal takes no registrations; ask your trainer.");
            case INVITE -> {
                if (inviteCode == null || inviteCode.isBlank()) {
                    throw new PortalException(
                            ErrorCode.REGISTRATION_CLOSED, "You need an invite code to register; ask your trainer.");
                }
                yield invites.usable(inviteCode, clock.instant(), state)
                        .map(InviteRow::inviteHash)
                        .orElseThrow(() -> new PortalException(
                                ErrorCode.REGISTRATION_CLOSED,
                                "This invite code is wrong, used up or does not count any more; ask your trainer for a"
                                        + " new one."));
            }
        };
    }

    private static void refuseTaken(String account, TableSnapshot<String, UserRow> state) {
        if (!state.select(UserRow.BY_EMAIL, account).isEmpty()) {
            throw new PortalException(
                    ErrorCode.EMAIL_TAKEN, "There is an account with this e-mail address; sign in instead.");
        }
    }
}
