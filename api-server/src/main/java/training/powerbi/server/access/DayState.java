package training.powerbi.server.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.DayChangeKind;

/// What a cohort keeps of a day for itself: its lock, its clock, its session.
///
/// @param unlockedBy an admin's id, or [#SCHEDULE]
/// @param scheduledAt when the session takes place
/// @param opensAt when the clock opens the day; null when it does not, or did
/// @param sessionMinutes null for the usual length
/// @param joinUrl where the session takes place
/// @param editVersion grows with each change of the row that keeps this
/// @param updatedAt null while nothing was ever changed
@Value.Builder
public record DayState(
        String cohortId,
        int dayNumber,
        boolean isUnlocked,
        @Nullable Instant unlockedAt,
        @Nullable String unlockedBy,
        @Nullable Instant scheduledAt,
        @Nullable Instant opensAt,
        @Nullable Integer sessionMinutes,
        @Nullable String joinUrl,
        int editVersion,
        @Nullable Instant updatedAt)
        implements WithDayState {
    /// In the place of an admin's id where the clock unlocked a day.
    public static final String SCHEDULE = "schedule";

    /// How long a session takes unless something else is said.
    public static final int USUAL_MINUTES = 120;

    /// A day that a cohort has not touched yet.
    public static DayState untouched(String cohortId, int dayNumber) {
        return new DayStateBuilder()
                .cohortId(cohortId)
                .dayNumber(dayNumber)
                .isUnlocked(false)
                .editVersion(1)
                .build();
    }

    /// When the day opened for the cohort, as seen at that instant; empty while it is closed. The clock counts when it
    /// is asked, before anyone wrote down what it did, and not before its time afterwards.
    public Optional<Instant> openedAt(Instant at) {
        if (isUnlocked) {
            var since = Objects.requireNonNullElse(unlockedAt, Instant.EPOCH);
            return SCHEDULE.equals(unlockedBy) && since.isAfter(at) ? Optional.empty() : Optional.of(since);
        }
        return Optional.ofNullable(opensAt).filter(opens -> !opens.isAfter(at));
    }

    public boolean isOpenAt(Instant at) {
        return openedAt(at).isPresent();
    }

    /// Whether the clock opened it, or would.
    public boolean isByClock() {
        return isUnlocked ? SCHEDULE.equals(unlockedBy) : opensAt != null;
    }

    /// When the clock will open the day, as seen at that instant; null when it does not, or did. Whoever asks about the
    /// past, or set the clock back, waits for what the clock did afterwards.
    public @Nullable Instant opensAfter(Instant at) {
        if (isUnlocked) {
            return isByClock() ? future(unlockedAt, at) : null;
        }
        return future(opensAt, at);
    }

    public int minutes() {
        return sessionMinutes == null ? USUAL_MINUTES : sessionMinutes;
    }

    public DayState unlocked(String adminId, Instant at) {
        return edited(at)
                .withIsUnlocked(true)
                .withUnlockedAt(at)
                .withUnlockedBy(adminId)
                .withOpensAt(null);
    }

    /// An opening that is still to come stays: who locks now may mean today.
    public DayState locked(Instant at) {
        return edited(at)
                .withIsUnlocked(false)
                .withUnlockedAt(null)
                .withUnlockedBy(null)
                .withOpensAt(opensAfter(at));
    }

    /// What the clock did, written down.
    public DayState openedByClock(Instant at) {
        return edited(at).byClock();
    }

    /// What the clock did by then, as if it were written down; what it shows to those who look.
    public DayState seen(Instant at) {
        return isUnlocked || !isOpenAt(at) ? this : byClock();
    }

    private DayState byClock() {
        return withIsUnlocked(true)
                .withUnlockedAt(opensAt)
                .withUnlockedBy(SCHEDULE)
                .withOpensAt(null);
    }

    public DayState scheduled(@Nullable Instant session, Instant at) {
        return edited(at).withScheduledAt(session);
    }

    /// With a clock in place of the one it had.
    public DayState opening(@Nullable Instant opens, Instant at) {
        var closed = isUnlocked ? withIsUnlocked(false).withUnlockedAt(null).withUnlockedBy(null) : this;
        return closed.edited(at).withOpensAt(opens);
    }

    public DayState session(@Nullable String address, @Nullable Integer minutes, Instant at) {
        return edited(at).withJoinUrl(address).withSessionMinutes(minutes);
    }

    private DayState edited(Instant at) {
        return withEditVersion(editVersion + 1).withUpdatedAt(at);
    }

    /// Whether this is another state than `other`, whatever became of version and time.
    public boolean differs(DayState other) {
        return !values().equals(other.values())
                || !Objects.equals(unlockedAt, other.unlockedAt)
                || !Objects.equals(unlockedBy, other.unlockedBy);
    }

    /// Those of the values that the audit log tells and that differ from `other`, by their names in the API.
    public Map<String, @Nullable Object> differingFrom(DayState other) {
        var mine = values();
        var theirs = other.values();
        mine.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), theirs.get(entry.getKey())));
        return mine;
    }

    private Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("isUnlocked", isUnlocked);
        values.put("scheduledAt", text(scheduledAt));
        values.put("opensAt", text(opensAt));
        values.put("sessionMinutes", sessionMinutes);
        values.put("joinUrl", joinUrl);
        return values;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /// Whether these values, by their names in the API, are what it has; a clock that would have gone off by now is as
    /// good as none, unless it opened the day.
    public boolean isAs(Map<String, @Nullable Object> told, Instant at) {
        var mine = values();
        return told.entrySet().stream()
                .filter(value -> mine.containsKey(value.getKey()))
                .allMatch(value -> value.getKey().equals("opensAt")
                        ? isClock(instant(value.getValue()), at)
                        : Objects.equals(mine.get(value.getKey()), value.getValue()));
    }

    private boolean isClock(@Nullable Instant told, Instant at) {
        boolean wentOff =
                told != null && isByClock() && openedAt(at).filter(told::equals).isPresent();
        return !wentOff && Objects.equals(future(opensAt, at), future(told, at));
    }

    /// With values as the audit log tells them; a clock that would have gone off meanwhile stays away.
    public DayState with(Map<String, @Nullable Object> told, Instant at) {
        var day = edited(at);
        for (var value : told.entrySet()) {
            day = switch (value.getKey()) {
                case "isUnlocked" -> day.withIsUnlocked((Boolean) Objects.requireNonNull(value.getValue()));
                case "unlockedAt" -> day.withUnlockedAt(instant(value.getValue()));
                case "unlockedBy" -> day.withUnlockedBy((String) value.getValue());
                case "scheduledAt" -> day.withScheduledAt(instant(value.getValue()));
                case "opensAt" -> day.withOpensAt(future(instant(value.getValue()), at));
                case "sessionMinutes" -> day.withSessionMinutes((Integer) value.getValue());
                case "joinUrl" -> day.withJoinUrl((String) value.getValue());
                default -> day;
            };
        }
        return day.isUnlocked() ? day : day.withUnlockedAt(null).withUnlockedBy(null);
    }

    private static @Nullable Instant instant(@Nullable Object text) {
        return text == null ? null : Instant.parse((String) text);
    }

    private static @Nullable Instant future(@Nullable Instant opens, Instant at) {
        return opens != null && opens.isAfter(at) ? opens : null;
    }

    /// Whether the same of it shows in the outline, which everyone may see.
    public boolean sameOutline(DayState other) {
        return Objects.equals(scheduledAt, other.scheduledAt)
                && Objects.equals(opensAt, other.opensAt)
                && minutes() == other.minutes()
                && Objects.equals(joinUrl, other.joinUrl);
    }

    /// What the step from an earlier state to this one is, to those who listen.
    ///
    /// @param before null when there was none
    public DayChangeKind since(@Nullable DayState before) {
        boolean wasUnlocked = before != null && before.isUnlocked;
        if (wasUnlocked == isUnlocked) {
            return DayChangeKind.EDITED;
        }
        return isUnlocked ? DayChangeKind.UNLOCKED : DayChangeKind.LOCKED;
    }
}
