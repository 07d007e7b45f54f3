package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.model.AccessDecision;
import training.powerbi.model.Role;
import training.powerbi.server.account.Viewer;

/// The rule against another statement of it: the table of the design, row by row, for random states and instants.
class AccessRuleTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int CASES = 100_000;

    private final Random random = new Random(20_260_302);

    @Test
    void theFirstRowOfTheTableThatMatchesDecides() {
        for (int i = 0; i < CASES; i++) {
            var who = someone();
            var day = someDay();
            var overrides = someOverrides();

            var decided = AccessRule.decide(who, day, overrides.stream());

            assertThat(decided.decidedBy()).as("%s %s %s", who, day, overrides).isEqualTo(table(who, day, overrides));
        }
    }

    private static AccessDecision table(Perspective who, DayState day, List<OverrideRow> overrides) {
        if (!who.isActive()) {
            return AccessDecision.INACTIVE;
        }
        if (who.isTrainer()) {
            return AccessDecision.TRAINER;
        }
        var counting = new ArrayList<OverrideRow>();
        for (var row : overrides) {
            if (row.revokedAt() == null && (row.expiresAt() == null || who.at().isBefore(row.expiresAt()))) {
                counting.add(row);
            }
        }
        if (!counting.isEmpty()) {
            counting.sort(Comparator.comparing(OverrideRow::createdAt).thenComparing(OverrideRow::overrideId));
            return counting.getLast().isOpen() ? AccessDecision.GRANTED : AccessDecision.HELD_BACK;
        }
        if (day.isUnlocked() && !DayState.SCHEDULE.equals(day.unlockedBy())) {
            return AccessDecision.UNLOCKED;
        }
        var opened = day.isUnlocked() ? day.unlockedAt() : day.opensAt();
        return opened != null && !who.at().isBefore(opened) ? AccessDecision.SCHEDULE : AccessDecision.LOCKED;
    }

    @Test
    void anAnswerHoldsUntilTheMomentItNamesAndNotLonger() {
        for (int i = 0; i < CASES; i++) {
            var who = someone();
            var day = someDay();
            var overrides = someOverrides();
            var decided = AccessRule.decide(who, day, overrides.stream());
            var changes = decided.changesAt();
            if (changes != null) {
                assertThat(changes).isAfter(who.at());
                assertThat(at(who, changes.minusNanos(1), day, overrides)).isEqualTo(decided.decidedBy());
                assertThat(at(who, changes, day, overrides).equals(decided.decidedBy()) && overrides.size() < 2)
                        .as("%s %s %s", who, day, overrides)
                        .isFalse();
            } else if (overrides.isEmpty()) {
                assertThat(at(who, who.at().plus(Duration.ofDays(4_000)), day, overrides))
                        .isEqualTo(decided.decidedBy());
            }
        }
    }

    @Test
    void whatTheClockOpenedIsTheSameBeforeAndAfterItIsWrittenDown() {
        for (int i = 0; i < CASES; i++) {
            var opensAt = moment();
            var waiting = DayState.untouched("b", 1).withOpensAt(opensAt);
            var written = waiting.openedByClock(opensAt.plusSeconds(7));
            var who = student(moment());

            assertThat(AccessRule.decide(who, written, Stream.empty()))
                    .isEqualTo(AccessRule.decide(who, waiting, Stream.empty()));
        }
    }

    @Test
    void anOpeningThatWentOffIsNotAsItWasSetAnyMore() {
        var set = DayState.untouched("b", 1).withOpensAt(NOON);
        var told = Map.<String, @Nullable Object>of("opensAt", NOON.toString());

        assertThat(set.isAs(told, NOON.minusSeconds(1))).isTrue();
        assertThat(set.isAs(told, NOON)).isFalse();
        assertThat(set.openedByClock(NOON).isAs(told, NOON.plusSeconds(1))).isFalse();
        assertThat(set.withOpensAt(null).isAs(told, NOON)).as("taken back").isTrue();
    }

    private static AccessDecision at(Perspective who, Instant at, DayState day, List<OverrideRow> overrides) {
        var then = new Perspective(who.viewer(), who.userId(), who.isTrainer(), who.isActive(), who.cohortId(), at);
        return AccessRule.decide(then, day, overrides.stream()).decidedBy();
    }

    private Perspective someone() {
        var viewer = new Viewer("u", Role.STUDENT, "s");
        return new Perspective(viewer, "u", random.nextInt(8) == 0, random.nextInt(8) != 0, "b", moment());
    }

    private static Perspective student(Instant at) {
        return new Perspective(new Viewer("u", Role.STUDENT, "s"), "u", false, true, "b", at);
    }

    private DayState someDay() {
        var day = DayState.untouched("b", 1);
        return switch (random.nextInt(4)) {
            case 0 -> day;
            case 1 -> day.unlocked("admin", moment());
            case 2 -> day.withOpensAt(moment());
            default -> day.withOpensAt(moment()).openedByClock(moment());
        };
    }

    private List<OverrideRow> someOverrides() {
        var all = new ArrayList<OverrideRow>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(new OverrideRowBuilder()
                    .overrideId("o" + i)
                    .userId("u")
                    .dayNumber(1)
                    .isOpen(random.nextBoolean())
                    .reason("a reason")
                    .expiresAt(maybe())
                    .createdAt(moment())
                    .createdBy("admin")
                    .revokedAt(random.nextInt(3) == 0 ? moment() : null)
                    .updatedAt(NOON)
                    .build());
        }
        return all;
    }

    private @Nullable Instant maybe() {
        return random.nextBoolean() ? moment() : null;
    }

    /// Few enough that moments meet.
    private Instant moment() {
        return NOON.plusSeconds(random.nextInt(9));
    }
}
