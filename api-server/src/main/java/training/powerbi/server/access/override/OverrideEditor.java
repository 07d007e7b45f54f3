package training.powerbi.server.access.override;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Role;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.Days;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.access.OverrideRowBuilder;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// Makes and revokes exceptions. Returns once the change and its audit row are durable; it holds from that moment on.
@Service
@PreAuthorize("hasRole('ADMIN')")
class OverrideEditor {
    private static final int LONGEST_REASON = 500;
    /// Of one student at a time; each is looked at whenever a day is shown to them.
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofDays(3_653);

    private final DeltaTable<String, OverrideRow> overrides;
    private final OverrideList list;
    private final DayStates days;
    private final DayAccess access;
    private final Accounts accounts;
    private final Changes changes;
    private final Clock clock;

    OverrideEditor(
            DeltaTable<String, OverrideRow> overrides,
            OverrideList list,
            DayStates days,
            DayAccess access,
            Accounts accounts,
            Changes changes,
            Clock clock) {
        this.overrides = overrides;
        this.list = list;
        this.days = days;
        this.access = access;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param expiresAt null for as long as nobody revokes it
    AccessOverride add(
            Attempt attempt, String userId, int dayNumber, boolean isOpen, String typed, @Nullable Instant expiresAt) {
        var reason = checked(typed);
        requireLater(expiresAt);
        if (days.find(Cohorts.MAIN, dayNumber).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
        if (accounts.require(userId).role() == Role.ADMIN) {
            throw PortalException.badInput("userId", "A trainer sees all days; exceptions are made for students.");
        }
        var type = isOpen ? ActionType.GRANT_ACCESS : ActionType.HOLD_BACK;
        var action = attempt.to(type, userId, dayNumber, reason, expiresAt);
        var id = action.newId("override");
        var made = changes.<String, OverrideRow, OverrideRow>run(action, overrides, (rows, at) -> {
            var there = rows.find(id);
            if (there.isPresent()) {
                return Change.none(there.get());
            }
            var theirs = rows.select(OverrideRow.BY_USER, userId);
            refuseTooMany(theirs, at);
            var row = new OverrideRowBuilder()
                    .overrideId(id)
                    .userId(userId)
                    .dayNumber(dayNumber)
                    .isOpen(isOpen)
                    .reason(reason)
                    .expiresAt(expiresAt)
                    .createdAt(afterAll(theirs, dayNumber, at))
                    .createdBy(action.adminId())
                    .updatedAt(at)
                    .build();
            return Change.of(row, entry(row, Map.of(), described(row)));
        });
        return show(made.answer());
    }

    /// The newest one counts, even if the clock was set back since, or another server's is ahead.
    private static Instant afterAll(Collection<OverrideRow> theirs, int dayNumber, Instant at) {
        return theirs.stream()
                .filter(row -> row.dayNumber() == dayNumber)
                .map(row -> row.createdAt().plus(1, ChronoUnit.MICROS))
                .reduce(at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static void refuseTooMany(Collection<OverrideRow> theirs, Instant at) {
        long counting = theirs.stream().filter(row -> row.countsAt(at)).count();
        if (counting >= MOST) {
            throw PortalException.badInput(
                    "userId",
                    "This person has " + MOST + " exceptions, and no more fit; revoke those that are not needed.");
        }
    }

    AccessOverride revoke(Attempt attempt, String overrideId) {
        var action = attempt.to(ActionType.REVOKE_OVERRIDE, overrideId);
        return show(changes.edit(action, overrides, overrideId, OverrideEditor::notFound, (row, at) -> {
                    if (row.revokedAt() != null) {
                        return Change.none(row);
                    }
                    var revoked = row.revoked(at);
                    return Change.of(
                            revoked,
                            entry(
                                    row,
                                    Map.of("overrideId", overrideId, "revoked", false),
                                    Map.of("overrideId", overrideId, "revoked", true)));
                })
                .answer());
    }

    private AccessOverride show(OverrideRow row) {
        return list.show(row).orElseThrow(OverrideEditor::notFound);
    }

    private Entry entry(
            OverrideRow row,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        var cohort = access.cohortOf(row.userId());
        return new Entry(row.dayNumber(), cohort.equals(Cohorts.MAIN) ? null : cohort, row.userId(), before, after);
    }

    /// Without the reason: it may say anything about a person, and what the log says stays when they are erased.
    private static Map<String, @Nullable Object> described(OverrideRow row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("overrideId", row.overrideId());
        values.put("isOpen", row.isOpen());
        values.put("expiresAt", row.expiresAt() == null ? null : row.expiresAt().toString());
        return values;
    }

    private static String checked(String typed) {
        var reason = TypedText.of("reason", typed);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw PortalException.badInput(
                    "reason", "Say why, in 1 to " + LONGEST_REASON + " characters; it stands with the exception.");
        }
        return reason;
    }

    private void requireLater(@Nullable Instant expiresAt) {
        var now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw PortalException.badInput(
                    "expiresAt", "This time is past; choose a later one, or leave it out for an exception that stays.");
        }
        if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST))) {
            throw PortalException.badInput(
                    "expiresAt",
                    "The expiresAt is more than ten years away; leave it out for an exception that stays.");
        }
    }

    static PortalException notFound() {
        return new PortalException(
                ErrorCode.NOT_FOUND, "There is no such exception; load the list of exceptions again.");
    }
}
