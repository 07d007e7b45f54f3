package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class AuditViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final AuditViewModel model = new AuditViewModel(
            Desk.of(desk.portal, desk.state, desk.tasks, desk.screen, desk.dialogs, ZoneId.of("Europe/Prague")));

    @BeforeEach
    void fillTheLog() {
        desk.portal.audit = Samples.audit(5000);
        model.refresh();
    }

    @Test
    void showsTheNewestFirstAndSaysHowManyThereAre() {
        assertThat(model.entries().items()).hasSize(50);
        assertThat(model.entries().total().get()).isEqualTo(5000);
        assertThat(model.entries().items().getFirst().actionId()).isEqualTo("a0");
    }

    private void narrow() {
        model.day().set(3);
        model.action().set("update_day");
    }

    @Test
    void narrowsByDayAndAction() {
        narrow();

        assertThat(model.entries().items()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.dayNumber()).isEqualTo(3);
            assertThat(entry.actionType()).isEqualTo("update_day");
        });
        assertThat(model.isFiltered()).isTrue();
    }

    @Test
    void readsDatesInTheCoursesTimeZoneWithTheLastDayIncluded() {
        model.from().set(LocalDate.of(2026, 11, 23));
        model.to().set(LocalDate.of(2026, 11, 23));

        assertThat(desk.portal.asked.getLast()).contains("from=2026-11-22T23:00:00Z", "to=2026-11-23T23:00:00Z");
    }

    @Test
    void clearsTheFilter() {
        narrow();
        model.clearFilter();

        assertThat(model.isFiltered()).isFalse();
        assertThat(model.entries().total().get()).isEqualTo(5000);
    }

    @Test
    void saysSoWhenNothingMatches() {
        model.action().set("revoke_invite");

        assertThat(model.entries().phase().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void callsActionsByWordsAndUnknownOnesByTheirName() {
        assertThat(model.what("unlock_day")).isEqualTo("Unlocked a day");
        assertThat(model.what("paint_wall")).isEqualTo("paint wall");
    }

    @Test
    void hasWordsForEveryActionItOffers() {
        assertThat(AuditViewModel.ACTIONS)
                .allMatch(action -> desk.screen.texts().has("audit.action." + action));
    }

    @Test
    void namesWhoDidIt() {
        assertThat(model.who(desk.portal.audit.getFirst())).isEqualTo("Ana Nováková");
        assertThat(model.who(desk.portal.audit.get(10))).isEqualTo("Another program");
    }

    @Test
    void aChangeIsUndoneOrSaysWhatWasBuiltUponIt() {
        desk.portal.audit = Samples.audit(5);
        model.refresh();
        var unlocked = model.entries().items().getFirst();
        assertThat(model.mayUndo(unlocked)).isTrue();
        assertThat(model.mayRestore(unlocked)).isFalse();
        model.undo(unlocked);
        assertThat(desk.portal.asked).contains("undoAction a0");
        assertThat(desk.lastNotice()).startsWith("The change is undone");

        var sentence = "This was built upon by “lock day” at 2026-11-24T10:00:00Z; undo that first.";
        desk.portal.refuse(new PortalException(ErrorCode.CONFLICTING_UPDATE, sentence));
        model.undo(unlocked);
        assertThat(desk.lastNotice()).isEqualTo(sentence);
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aDaysHistoryGivesItsWordsBack() {
        desk.portal.audit = Samples.audit(24);
        desk.read();
        model.showDay(2);
        assertThat(model.entries().items())
                .isNotEmpty()
                .allMatch(entry -> Integer.valueOf(2).equals(entry.dayNumber()));
        var edited = model.entries().items().stream()
                .filter(model::mayRestore)
                .findFirst()
                .orElseThrow();
        model.restore(edited);
        assertThat(desk.portal.asked).contains("restoreDay 2 " + edited.actionId());
        assertThat(desk.lastNotice()).startsWith("Day 2 has the words and addresses it had before");
    }
}
