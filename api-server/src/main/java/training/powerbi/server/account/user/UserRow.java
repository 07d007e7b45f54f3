package training.powerbi.server.account.user;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.server.account.session.Session;
import training.powerbi.server.account.token.EntraIdentity;

/// A row of `users`. The specification's six columns are enough for a row that another program adds.
///
/// @param passwordHash null for people who sign in with Microsoft
/// @param isActive null counts as active
/// @param entraKey issuer, tenant and object id of an Entra account
/// @param entraRole what Entra ID said last; a change there is followed, everything else is the portal's
/// @param inviteHash the invite that admitted this user
/// @param sessionsFrom sessions started before are over, whatever the sessions table still holds
/// @param keptSession the one session that `sessionsFrom` spares
/// @param cohortId the run of the course a student takes part in; null for `main`
/// @param standingSince when the role was last changed, or the account disabled or enabled; null when never
@Value.Builder
public record UserRow(
        String userId,
        String email,
        @Nullable String passwordHash,
        Role role,
        Instant createdAt,
        @Nullable Instant lastLogin,
        @Nullable String displayName,
        @Nullable Boolean isActive,
        @Nullable Boolean mustChangePassword,
        @Nullable String entraKey,
        @Nullable Role entraRole,
        @Nullable String inviteHash,
        @Nullable Instant sessionsFrom,
        @Nullable String keptSession,
        @Nullable Instant standingSince,
        @Nullable String cohortId)
        implements WithUserRow {

    /// No id of a session of ours has a colon.
    private static final String ENTRA_SESSION = "entra:";

    public static final Index<UserRow> BY_EMAIL = new Index<>("email", row -> Emails.normal(row.email()));
    public static final Index<UserRow> BY_ENTRA_KEY = new Index<>("entra_key", UserRow::entraKey);
    public static final Index<UserRow> BY_INVITE = new Index<>("invite_hash", UserRow::inviteHash);
    public static final TableDefinition<String, UserRow> DEFINITION = TableDefinition.of(
                    "users", UserRow.class, UserRow::userId)
            .indexed(BY_EMAIL)
            .indexed(BY_ENTRA_KEY)
            .indexed(BY_INVITE)
            // Statistics would keep e-mail addresses in the log after an erase.
            .withoutStatistics()
            .stamped(UserRow::createdAt);

    public static UserRow withPassword(String userId, String email, String hash, Role role, Instant now) {
        return begin(userId, email, role, now).passwordHash(hash).build();
    }

    public static UserRow fromEntra(String userId, EntraIdentity identity, Instant now, Instant login) {
        var role = roleOf(identity);
        return begin(userId, identity.email(), role, now)
                .lastLogin(login)
                .displayName(identity.displayName())
                .entraKey(identity.key())
                .entraRole(role)
                .build();
    }

    private static UserRowBuilder begin(String userId, String email, Role role, Instant now) {
        return new UserRowBuilder()
                .userId(userId)
                .email(email)
                .role(role)
                .createdAt(now)
                .isActive(true)
                .mustChangePassword(false);
    }

    private static Role roleOf(EntraIdentity identity) {
        return identity.admin() ? Role.ADMIN : Role.STUDENT;
    }

    /// As after someone registered.
    ///
    /// @param cohort the invite's, if it has one
    public UserRow registered(@Nullable String newName, @Nullable String invite, @Nullable String cohort) {
        return withDisplayName(newName).withInviteHash(invite).withCohortId(cohort);
    }

    public UserRow mustChange() {
        return withMustChangePassword(true);
    }

    public UserRow loggedIn(Instant now) {
        return withLastLogin(now);
    }

    UserRow withRole(Role newRole, Instant now) {
        return withRole(newRole).withStandingSince(now);
    }

    /// Sessions do not come back when a disabled user does.
    public UserRow withActive(boolean active, Instant now) {
        return withIsActive(active)
                .withSessionsFrom(now)
                .withKeptSession(null)
                .withStandingSince(active == active() ? standingSince : now);
    }

    /// Ends all sessions but the one the change was made in.
    public UserRow withNewPassword(String hash, Instant now, @Nullable String session) {
        return withPasswordHash(hash)
                .withMustChangePassword(false)
                .withSessionsFrom(now)
                .withKeptSession(session);
    }

    /// The tenant's word on who is an admin counts when it changes; in between the portal's own does.
    public UserRow following(EntraIdentity identity, Instant login, Instant now) {
        var said = roleOf(identity);
        var newRole = said == entraRole ? role : said;
        return withEmail(identity.email())
                .withDisplayName(identity.displayName())
                .withLastLogin(login)
                .withRole(newRole)
                .withEntraRole(said)
                .withStandingSince(newRole == role ? standingSince : now);
    }

    public boolean active() {
        return isActive == null || isActive;
    }

    boolean activeAdmin() {
        return role == Role.ADMIN && active();
    }

    /// Whether a code that they handed out then still counts: only while they have been an active admin ever since, so
    /// that nothing handed out before a dismissal comes back with the reinstatement.
    public boolean vouchesFor(Instant made) {
        return activeAdmin() && (standingSince == null || made.isAfter(standingSince));
    }

    public boolean passwordChangeDue() {
        return mustChangePassword != null && mustChangePassword;
    }

    public boolean admits(Session session) {
        return session.userId().equals(userId)
                && (sessionsFrom == null
                        || session.id().equals(keptSession)
                        || session.startedAt().isAfter(sessionsFrom));
    }

    /// Sessions at Microsoft are not ours; what is opened in one still ends when the account was disabled since.
    public String entraSession() {
        return ENTRA_SESSION + (sessionsFrom == null ? "" : sessionsFrom);
    }

    boolean isEntraSession(String sessionId) {
        return entraKey != null && sessionId.equals(entraSession());
    }

    public User user() {
        return new User(
                userId, email, displayName, role, createdAt, lastLogin, active(), role == Role.ADMIN ? null : cohortId);
    }
}
