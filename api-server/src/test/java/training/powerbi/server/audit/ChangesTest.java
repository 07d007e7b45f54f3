package training.powerbi.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.MemoryLakehouse;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Change.Edit;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.chain.AuditChain;
import training.powerbi.server.audit.person.AuditPeople;
import training.powerbi.server.audit.person.PersonRow;
import training.powerbi.server.store.Committed;
import training.powerbi.server.store.Revisions;

class ChangesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private record LampRow(int lamp, boolean lit, Instant turnedAt) {
        static final TableDefinition<Integer, LampRow> DEFINITION =
                TableDefinition.of("lamps", LampRow.class, LampRow::lamp).countedInRevision();

        Edit<LampRow> turned(boolean on, Instant at) {
            return new Edit<>(new LampRow(lamp, on, at), Entry.ofDay(lamp, Map.of("lit", lit), Map.of("lit", on)));
        }
    }

    private final MemoryLakehouse lakehouse = new MemoryLakehouse();
    private final DeltaTable<Integer, LampRow> lamps = lakehouse.table(LampRow.DEFINITION);
    private final DeltaTable<String, AdminActionRow> log =
            lakehouse.table(AdminActionRow.definition(new AuditChain(_ -> {
                throw new IllegalStateException("nobody else is at this table");
            })));
    private final Set<String> admins = ConcurrentHashMap.newKeySet();
    private final AuditTrail trail = new AuditTrail(log, admins::contains, new JsonMapper());
    private final Changes changes = new Changes(trail, new Revisions(lakehouse), CLOCK);
    private final AuditKeeper keeper = new AuditKeeper(
            log, trail, new AuditPeople(lakehouse.table(PersonRow.DEFINITION)), new JsonMapper(), CLOCK);

    ChangesTest() {
        admins.add("ada");
        lakehouse.keepNotes(keeper);
        lamps.append(List.of(dark(1), dark(2), dark(3)));
    }

    private static LampRow dark(int lamp) {
        return new LampRow(lamp, false, NOW);
    }

    private Committed<LampRow> turn(Action action, boolean on) {
        return changes.edit(
                action,
                lamps,
                1,
                ChangesTest::missing,
                (lamp, at) -> lamp.lit() == on ? Change.none(lamp) : Change.of(lamp.turned(on, at)));
    }

    private static PortalException missing() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such lamp.");
    }

    private static Action by(String admin, String key) {
        return new Attempt(admin, key).to(ActionType.UPDATE_DAY, "lamp");
    }

    @Test
    void aChangeAnswersWithTheRevisionThatShowsItAndStandsInTheLogWithTheSameTime() {
        var lit = turn(by("ada", "key"), true);

        assertThat(lit.answer()).isEqualTo(new LampRow(1, true, NOW));
        assertThat(lit.revision()).isEqualTo(lakehouse.revision());
        assertThat(log.snapshot().rows()).singleElement().satisfies(entry -> {
            assertThat(entry.adminId()).isEqualTo("ada");
            assertThat(entry.dayNumber()).isEqualTo(1);
            assertThat(entry.timestamp()).isEqualTo(NOW);
            assertThat(entry.metadata()).contains("\"before\":{\"lit\":false},\"after\":{\"lit\":true}");
        });
    }

    @Test
    void theSameActionAgainAnswersWithTheRowAsItIs() {
        turn(by("ada", "key"), true);
        turn(by("ada", "other"), false);

        assertThat(turn(by("ada", "key"), true).answer().lit()).isFalse();
        assertThat(log.snapshot().size()).isEqualTo(2);
    }

    @Test
    void aKeyGoesWithNothingElse() {
        turn(by("ada", "key"), true);
        var other = new Attempt("ada", "key").to(ActionType.UPDATE_DAY, "another lamp");

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> turn(other, false))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT));
    }

    @Test
    void whatAnotherServerMadeIsKnownBeforeItStandsInTheLog() {
        var action = by("ada", "key");
        keeper.hear(List.of(trail.note(action, Entry.ofDay(1, Map.of(), Map.of()), NOW)));

        assertThat(turn(action, true).answer().lit()).isFalse();
        assertThat(changes.made(action)).isTrue();
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> turn(new Attempt("ada", "key").to(ActionType.UPDATE_DAY, "another lamp"), true))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT));
        assertThat(log.snapshot().size()).isZero();
    }

    @Test
    void whatIsHeardOfWhileItIsDecidedIsNotMadeTwice() {
        var action = by("ada", "key");

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> changes.run(action, lamps, (all, at) -> {
                    keeper.hear(List.of(trail.note(action, Entry.ofDay(1, Map.of(), Map.of()), NOW)));
                    var edit = dark(1).turned(true, at);
                    return Change.of(edit.row(), edit.entry(), true);
                }))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICTING_UPDATE));
        assertThat(lamps.snapshot().find(1)).contains(dark(1));
    }

    @Test
    void whoeverIsNoAdminAnyMoreChangesNothing() {
        admins.clear();

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> turn(by("ada", "key"), true))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
        assertThat(lamps.snapshot().find(1)).contains(dark(1));
    }

    @Test
    void ofSeveralDaysTheFirstIsUnderTheActionsOwnId() {
        var action = by("ada", "key");
        changes.run(
                action,
                lamps,
                (all, at) -> Change.ofDays(List.of(dark(1).turned(true, at), dark(2).turned(true, at)), true));

        assertThat(log.snapshot().rows().map(AdminActionRow::actionId))
                .containsExactlyInAnyOrder(action.id(), action.ofDay(2).id());
        assertThat(changes.made(action)).isTrue();
    }

    @Test
    void whatIsThereAlreadyIsNotMadeTwice() {
        var known = changes.create(by("ada", "key"), lamps, 3, at -> Change.of(dark(3).turned(true, at)));

        assertThat(known.answer().lit()).isFalse();
        assertThat(log.snapshot().size()).isZero();
    }

    @Test
    void whatIsNoAdminsDoingLeavesNoEntry() {
        changes.unaudited(lamps, (all, at) -> Verdict.upsert(new LampRow(2, true, at)));

        assertThat(lamps.snapshot().find(2).orElseThrow().lit()).isTrue();
        assertThat(log.snapshot().size()).isZero();
    }
}
