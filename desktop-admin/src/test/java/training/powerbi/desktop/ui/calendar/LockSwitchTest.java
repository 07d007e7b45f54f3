package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.UnreachableException.Reason;
import training.powerbi.desktop.state.LockState;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;

class LockSwitchTest {

    private static LockSwitch locks(Desk desk) {
        return new LockSwitch(desk.portal, desk.state, desk.tasks, desk.screen);
    }

    @Test
    void theSwitchStandsBetweenBothUntilThePortalAnswers() {
        var desk = Desk.byHand().read();
        locks(desk).toggle(desk.day(9));
        assertThat(desk.day(9).lock()).isEqualTo(LockState.UNLOCKING);

        desk.tasks.stepAll();
        assertThat(desk.day(9).lock()).isEqualTo(LockState.UNLOCKED);
        assertThat(desk.lastNotice()).isEqualTo("Day 9 is open to the class.");
    }

    @Test
    void aSecondPressWhileItWaitsAsksNothing() {
        var desk = Desk.byHand().read();
        var locks = locks(desk);
        locks.toggle(desk.day(9));
        locks.toggle(desk.day(9));
        desk.tasks.stepAll();
        assertThat(desk.portal.asked).containsExactly("unlockDay 9");
    }

    @Test
    void whatWasDoneCanBeUndoneForTenSeconds() {
        var desk = Desk.atOnce().read();
        locks(desk).toggle(desk.day(2));
        assertThat(desk.day(2).lock()).isEqualTo(LockState.LOCKED);

        desk.tasks.advance(Duration.ofSeconds(9));
        desk.undo();
        assertThat(desk.day(2).lock()).isEqualTo(LockState.UNLOCKED);
        assertThat(desk.screen.notices().shown()).isEmpty();

        locks(desk).toggle(desk.day(2));
        desk.tasks.advance(Duration.ofSeconds(11));
        assertThat(desk.screen.notices().shown()).isEmpty();
    }

    @Test
    void aColleaguesChangeEndsWhatWasSaidOfTheDayAndItsUndo() {
        var desk = Desk.atOnce().read();
        locks(desk).toggle(desk.day(9));
        locks(desk).toggle(desk.day(8));
        desk.state.hear(Samples.touched(desk.day(9).day()));
        assertThat(desk.screen.notices().shown()).as("of other things").hasSize(2);

        desk.state.hear(Samples.open(desk.day(9).day(), false));
        assertThat(desk.lastNotice()).isEqualTo("Day 8 is open to the class.");
        assertThat(desk.screen.notices().shown()).hasSize(1);

        locks(desk).set(List.of(desk.day(1), desk.day(2)), false);
        desk.state.hear(Samples.open(desk.day(2).day(), true));
        assertThat(desk.lastNotice()).doesNotContain("2 days");
    }

    @Test
    void aRefusalPutsTheSwitchBackAndSaysWhy() {
        var desk = Desk.atOnce().read();
        desk.portal.refuse(new UnreachableException(Reason.NO_ANSWER, "cut"));
        locks(desk).toggle(desk.day(9));
        assertThat(desk.day(9).lock()).isEqualTo(LockState.LOCKED);
        assertThat(desk.lastNotice()).startsWith("Day 9 stays locked. The portal does not answer.");
    }

    @Test
    void whatWasCarriedOutWithoutAnAnswerIsNotCalledRefusedForLong() {
        var desk = Desk.atOnce().read();
        desk.portal.refuse(new UnreachableException(Reason.NO_ANSWER, "cut"));
        locks(desk).toggle(desk.day(9));
        desk.read();
        assertThat(desk.lastNotice()).as("as it is").startsWith("Day 9 stays locked.");

        desk.state.hear(Samples.open(desk.day(9).day(), true));
        assertThat(desk.screen.notices().shown()).isEmpty();
    }

    @Test
    void ofManyThoseThatAreSoAlreadyAreLeftAlone() {
        var desk = Desk.atOnce().read();
        locks(desk).set(List.of(desk.day(7), desk.day(8), desk.day(9)), true);
        assertThat(desk.portal.asked).containsExactly("unlockDay 8", "unlockDay 9");
        assertThat(desk.lastNotice()).isEqualTo("2 days are open to the class.");

        desk.undo();
        assertThat(desk.day(7).lock()).isEqualTo(LockState.UNLOCKED);
        assertThat(desk.day(8).lock()).isEqualTo(LockState.LOCKED);
    }

    @Test
    void afterAFailureOfOneTheRestIsNotTried() {
        var desk = Desk.byHand().read();
        locks(desk).set(List.of(desk.day(8), desk.day(9), desk.day(10)), true);
        desk.tasks.step();
        desk.portal.refuse(new UnreachableException(Reason.NO_ANSWER, "cut"));
        desk.tasks.stepAll();
        assertThat(desk.day(8).lock()).isEqualTo(LockState.UNLOCKED);
        assertThat(desk.day(9).lock()).isEqualTo(LockState.LOCKED);
        assertThat(desk.day(10).lock()).isEqualTo(LockState.LOCKED);
    }
}
