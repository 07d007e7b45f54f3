package training.powerbi.server.account.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.join.NewAccount;
import training.powerbi.server.account.join.Registration;
import training.powerbi.server.account.password.PasswordHasher;
import training.powerbi.server.account.session.Grant;
import training.powerbi.server.account.session.Session;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.account.throttle.FailureThrottle;
import training.powerbi.server.account.token.TokenIssuer;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.UserRow;

/// Turns a password or a refresh token into tokens, and ends what they opened. Whatever it answers is durable.
@Service
public class SignIn {
    private final DeltaTable<String, UserRow> users;
    private final Registration registration;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final FailureThrottle throttle;
    private final TokenIssuer issuer;
    private final AccountsClock clock;

    SignIn(
            DeltaTable<String, UserRow> users,
            Registration registration,
            Sessions sessions,
            PasswordHasher hasher,
            FailureThrottle throttle,
            TokenIssuer issuer,
            AccountsClock clock) {
        this.users = users;
        this.registration = registration;
        this.sessions = sessions;
        this.hasher = hasher;
        this.throttle = throttle;
        this.issuer = issuer;
        this.clock = clock;
    }

    @PreAuthorize("permitAll()")
    public AuthReply login(String email, String password, String address) {
        var account = Emails.typed(email);
        // Before the password is read: one that changes meanwhile ends the session this opens.
        var since = clock.instant();
        var row = throttle.guardSignIn(address, account, () -> byPassword(account, email, password));
        var login = users.submit(now -> markLogin(now, row.userId()));
        var grant = sessions.open(row.userId(), since);
        return reply(loggedIn(login, row), grant);
    }

    /// While the store is away, nobody is turned away because it cannot be noted when they came.
    private static UserRow loggedIn(CompletableFuture<CommitResult<UserRow>> login, UserRow row) {
        return login.handle((result, failure) -> result == null ? row : result.answer())
                .join();
    }

    @PreAuthorize("permitAll()")
    public AuthReply register(NewAccount wanted, String address) {
        var row = throttle.guard(address, null, () -> registration.register(wanted, address));
        throttle.welcome(address, Emails.normal(row.email()));
        return begin(row, clock.instant());
    }

    /// The first session after the account was proved in some other way than by its password.
    ///
    /// @param since when it was
    public AuthReply begin(UserRow row, Instant since) {
        return reply(row, sessions.open(row.userId(), since));
    }

    @PreAuthorize("permitAll()")
    public AuthReply refresh(String refreshToken, String address) {
        return throttle.guard(address, null, () -> {
            var grant = sessions.rotate(refreshToken).orElseThrow(SignIn::over);
            var row = owner(users.snapshot(), grant.session()).or(() -> owner(users.newest(), grant.session()));
            if (row.isEmpty()) {
                sessions.end(grant.session().id());
                throw over();
            }
            throttle.welcome(address, Emails.normal(row.get().email()));
            return reply(row.get(), grant);
        });
    }

    private static Optional<UserRow> owner(TableSnapshot<String, UserRow> users, Session session) {
        return users.find(session.userId()).filter(user -> user.active() && user.admits(session));
    }

    /// Ends the sessions that the refresh token and the access token belong to, usually one and the same.
    @PreAuthorize("permitAll()")
    public void logout(@Nullable String refreshToken, @Nullable String sessionId) {
        if (sessionId != null) {
            sessions.end(sessionId);
        }
        if (refreshToken != null) {
            sessions.sessionIdOf(refreshToken)
                    .filter(id -> !id.equals(sessionId))
                    .ifPresent(sessions::end);
        }
    }

    /// Ends every session of a user. Sessions at Microsoft are not the portal's to end.
    @PreAuthorize("isAuthenticated()")
    public void logoutEverywhere(Viewer viewer) {
        sessions.endAll(viewer.userId(), null);
    }

    private AuthReply reply(UserRow row, Grant grant) {
        return new AuthReply(
                issuer.issue(row.userId(), row.role(), grant.session().id()),
                "Bearer",
                issuer.life().toSeconds(),
                grant.refreshToken(),
                row.user());
    }

    private UserRow byPassword(String account, String typed, String password) {
        // A password that was changed at another server a moment ago counts at once.
        var row = passwordAccount(users.newest(), account, typed.strip().toLowerCase(Locale.ROOT));
        if (!hasher.matches(password, row.map(UserRow::passwordHash).orElse(null))) {
            throw wrong();
        }
        var known = row.orElseThrow(SignIn::wrong);
        if (!known.active()) {
            // Told to whoever knows the password, and to nobody else.
            throw new PortalException(ErrorCode.ACCESS_DENIED, "This account is disabled; ask your trainer.");
        }
        return known;
    }

    /// The one stored just as it was typed: earlier versions took look-alikes for different accounts. Else the oldest,
    /// should another program have added a second one.
    private static Optional<UserRow> passwordAccount(
            TableSnapshot<String, UserRow> users, String account, String typed) {
        return users.select(UserRow.BY_EMAIL, account).stream()
                .filter(row -> row.passwordHash() != null)
                .min(Comparator.<UserRow, Boolean>comparing(row -> !row.email().equals(typed))
                        .thenComparing(UserRow::createdAt));
    }

    private Verdict<String, UserRow, UserRow> markLogin(TableSnapshot<String, UserRow> now, String userId) {
        return Verdict.upsert(now.find(userId).orElseThrow(SignIn::wrong).loggedIn(clock.instant()));
    }

    static PortalException wrong() {
        return new PortalException(ErrorCode.INVALID_CREDENTIALS, "The e-mail address or the password is not right.");
    }

    private static PortalException over() {
        return new PortalException(ErrorCode.UNAUTHENTICATED, "This session is over; sign in again.");
    }
}
