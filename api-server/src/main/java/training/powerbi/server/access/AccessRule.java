package training.powerbi.server.access;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.model.AccessDecision;

/// The one rule of who may open which day when: a function of the rows and the instant, and of nothing else.
final class AccessRule {
    private AccessRule() {}

    /// @param day as the person's cohort has it
    /// @param overrides all of this person and this day
    static Access decide(Perspective who, DayState day, Stream<OverrideRow> overrides) {
        var at = who.at();
        if (!who.isActive()) {
            return new Access(AccessDecision.INACTIVE, null, null, null);
        }
        if (who.isTrainer()) {
            return new Access(AccessDecision.TRAINER, day.openedAt(at).orElse(null), null, null);
        }
        return newest(overrides, at)
                .map(AccessRule::exception)
                .orElseGet(() -> day.openedAt(at)
                        .map(since -> new Access(
                                day.isByClock() ? AccessDecision.SCHEDULE : AccessDecision.UNLOCKED, since, null, null))
                        .orElseGet(() -> new Access(AccessDecision.LOCKED, null, day.opensAfter(at), null)));
    }

    private static Optional<OverrideRow> newest(Stream<OverrideRow> overrides, Instant at) {
        return overrides
                .filter(row -> row.countsAt(at))
                .max(comparing(OverrideRow::createdAt).thenComparing(OverrideRow::overrideId));
    }

    private static Access exception(OverrideRow row) {
        return row.isOpen()
                ? new Access(AccessDecision.GRANTED, row.createdAt(), row.expiresAt(), row)
                : new Access(AccessDecision.HELD_BACK, null, row.expiresAt(), row);
    }
}
