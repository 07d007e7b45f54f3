package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.store.Revisions;

/// Says what an exception that begins, ends or is revoked comes to for its student.
@Component
class ExceptionNews {
    private final DayStream stream;
    private final DayStates states;
    private final DayAccess access;
    private final Accounts accounts;
    private final Clock clock;

    ExceptionNews(
            DeltaTable<String, OverrideRow> overrides,
            DayStream stream,
            DayStates states,
            DayAccess access,
            Accounts accounts,
            Revisions revisions,
            Clock clock) {
        this.stream = stream;
        this.states = states;
        this.access = access;
        this.accounts = accounts;
        this.clock = clock;
        overrides.onChange(change -> overridesChanged(change, revisions.of(overrides, change)));
    }

    private void overridesChanged(TableChange<String, OverrideRow> change, long revision) {
        for (var row : change.rows()) {
            if (row.after() != null) {
                overrideChanged(row.before(), row.after(), revision);
            }
        }
    }

    /// Tells what an exception came to for its student.
    ///
    /// @param before null when it was not there, or did not count
    void overrideChanged(@Nullable OverrideRow before, OverrideRow after, long revision) {
        accounts.find(after.userId()).ifPresent(student -> {
            var now = access.rightsOf(student, clock.instant());
            states.find(now.cohortId(), after.dayNumber()).ifPresent(day -> {
                var earlier = access.rightsOf(student, lastMoment(after, now.at()));
                boolean was = access.decideWith(before, after, earlier, day).isOpen();
                boolean is = access.decide(now, day).isOpen();
                stream.send(DayChanged.of(student.userId(), after.dayNumber(), was, is, false, revision));
            });
        });
    }

    /// The last instant at which it still counted, if that is past.
    private static Instant lastMoment(OverrideRow override, Instant now) {
        var expires = override.expiresAt();
        return expires == null || expires.isAfter(now) ? now : expires.minusNanos(1);
    }
}
