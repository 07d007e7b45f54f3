package training.powerbi.server.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/// Writes a time zone as calendars need it (RFC 5545, 3.6.5), from the rules of the JDK: for a zone with summer time
/// one
/// rule for each of its two changes, which is all that Outlook reads; for one whose changes follow no rule, each
/// change.
/// Nothing older than the sessions is told.
final class TimeZoneWriter {
    private static final int A_WEEK = 7;

    private TimeZoneWriter() {}

    /// @param from before the first session
    /// @param until after the last one
    static VTimeZone write(ZoneId zone, Instant from, Instant until) {
        var rules = zone.getRules();
        var written = new VTimeZone();
        written.add(new TzId(zone.getId()));
        for (var observance : observances(rules, from, until)) {
            written.add(observance);
        }
        return written;
    }

    private static List<Observance> observances(ZoneRules rules, Instant from, Instant until) {
        var changes = changes(rules, from, until);
        var before =
                changes.isEmpty() ? rules.getOffset(from) : changes.getFirst().getOffsetBefore();
        if (changes.isEmpty()) {
            return List.of(observance(false, LocalDateTime.of(1970, 1, 1, 0, 0), before, before));
        }
        boolean ruled = changes.stream().allMatch(change -> rule(rules, change) != null)
                && rules.getTransitionRules().stream().allMatch(rule -> recurrence(rule, year(from)) != null);
        var all = new ArrayList<Observance>();
        if (ruled) {
            // The last change of each kind before the sessions begin, and as often as it comes again.
            for (var rule : rules.getTransitionRules()) {
                var first = rule.createTransition(year(from) - 1);
                var observance = observance(rules, first);
                observance.add(new RRule<>(requireNonNull(recurrence(rule, year(from)))));
                all.add(observance);
            }
            return all;
        }
        var earlier = rules.previousTransition(changes.getFirst().getInstant());
        var start = earlier == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : earlier.getDateTimeBefore();
        all.add(observance(isSummer(rules, from), start, earlier == null ? before : earlier.getOffsetBefore(), before));
        changes.forEach(change -> all.add(observance(rules, change)));
        return all;
    }

    private static int year(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getYear();
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant from, Instant until) {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(until)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    private static @Nullable ZoneOffsetTransitionRule rule(ZoneRules rules, ZoneOffsetTransition change) {
        return rules.getTransitionRules().stream()
                .filter(rule -> rule.createTransition(change.getDateTimeBefore().getYear())
                        .equals(change))
                .findFirst()
                .orElse(null);
    }

    private static Observance observance(ZoneRules rules, ZoneOffsetTransition change) {
        return observance(
                isSummer(rules, change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static boolean isSummer(ZoneRules rules, Instant at) {
        return rules.getDaylightSavings(at).compareTo(Duration.ZERO) > 0;
    }

    private static Observance observance(boolean summer, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        Observance observance = summer ? new Daylight() : new Standard();
        observance.add(new DtStart<>(start));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }

    /// The last Sunday in March, or the second one: by a weekday or by a date, never by both, which Outlook does
    /// not read. Null where neither says it, or where the change is on another day on the clock of the wall.
    private static @Nullable String recurrence(ZoneOffsetTransitionRule rule, int year) {
        var on = rule.createTransition(year).getDateTimeBefore();
        var weekday = rule.getDayOfWeek();
        int day = rule.getDayOfMonthIndicator();
        var month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        if (weekday == null) {
            return on.getDayOfMonth() == day ? month + ";BYMONTHDAY=" + day : null;
        }
        int week = week(rule.getMonth(), day);
        return week == 0 || on.getDayOfWeek() != weekday
                ? null
                : month + ";BYDAY=" + week + weekday.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

    /// Which of its weekday in the month is the first one on or after a day; -1 for the last, 0 for neither.
    private static int week(Month month, int day) {
        if (day == -1 || (month != Month.FEBRUARY && day + A_WEEK - 1 == month.maxLength())) {
            return -1;
        }
        return day > 0 && day % A_WEEK == 1 && day <= 3 * A_WEEK + 1 ? day / A_WEEK + 1 : 0;
    }
}
