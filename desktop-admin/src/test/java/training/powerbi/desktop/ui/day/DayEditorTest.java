package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.error.PortalException;

class DayEditorTest {
    private final Pane pane = Pane.atOnce();
    private final DayEditor editor = editorOf(3);

    private DayEditor editorOf(int day) {
        pane.choose(day);
        return pane.editor();
    }

    @Test
    void showsTheChosenDayAsThePortalHasIt() {
        assertThat(editor.title().get()).isEqualTo("Shaping data with Power Query");
        assertThat(editor.dirty().get()).isFalse();
    }

    @Test
    void savesWhatWasTypedOverTheVersionThatWasSeen() {
        editor.title().set("Power Query");
        editor.save();

        assertThat(pane.desk.portal.day(3).title()).isEqualTo("Power Query");
        assertThat(pane.desk.day(3).day().title()).isEqualTo("Power Query");
        assertThat(editor.dirty().get()).isFalse();
        assertThat(pane.desk.lastNotice()).isEqualTo("Day 3 is saved.");
    }

    @Test
    void asksNothingOfThePortalWhenNothingWasTyped() {
        editor.save();

        assertThat(pane.desk.portal.asked).isEmpty();
    }

    @Test
    void saysAtTheFieldThatATitleIsMissing() {
        editor.title().set("  ");
        editor.save();

        assertThat(editor.errors().of(DayEditor.TITLE).get()).isEqualTo("Give the day a title.");
        assertThat(pane.desk.portal.asked).isEmpty();
    }

    @Test
    void putsThePortalsComplaintBesideItsField() {
        pane.desk.portal.refuse(PortalException.badInput("title", "Use at most 200 characters."));
        editor.title().set("Long");
        editor.save();

        assertThat(editor.errors().of(DayEditor.TITLE).get()).isEqualTo("Use at most 200 characters.");
        assertThat(editor.title().get()).isEqualTo("Long");
        assertThat(pane.desk.screen.notices().shown()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenThePortalCannotBeReached() {
        pane.desk.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "no"));
        editor.title().set("Typed");
        editor.save();

        assertThat(editor.title().get()).isEqualTo("Typed");
        assertThat(editor.dirty().get()).isTrue();
        assertThat(editor.busy().get()).isFalse();
        assertThat(pane.desk.screen.notices().shown()).hasSize(1);
    }

    @Test
    void keepsTypedWordsWhileAnotherDayIsLookedAt() {
        editor.title().set("Half a thou");
        pane.choose(4);
        assertThat(editor.title().get()).isEqualTo("The data model");

        pane.choose(3);
        assertThat(editor.title().get()).isEqualTo("Half a thou");
        assertThat(editor.dirty().get()).isTrue();
    }

    @Test
    void takesTypedWordsBack() {
        editor.description().set("No");
        editor.revert();

        assertThat(editor.description().get()).isEqualTo("What we do on day 3.");
    }

    @Test
    void followsAColleaguesEditWhileNothingIsTyped() {
        pane.desk.state.hear(Samples.withWords(pane.desk.portal.day(3), "Hers", "Words"));

        assertThat(editor.title().get()).isEqualTo("Hers");
    }

    @Test
    void showsBothVersionsAsSoonAsAColleagueSavedFirst() {
        editor.title().set("Mine");
        pane.desk.state.hear(Samples.withWords(pane.desk.portal.day(3), "Hers", "Words"));

        assertThat(editor.title().get()).isEqualTo("Mine");
        assertThat(editor.theirs().get()).isNotNull();
        assertThat(editor.theirs().get().title()).isEqualTo("Hers");
    }

    private void overtake() {
        editor.title().set("Mine");
        pane.desk.portal.put(Samples.withWords(pane.desk.portal.day(3), "Hers", "Words"));
        editor.save();
    }

    @Test
    void showsBothVersionsWhenThePortalReportsTheConflict() {
        overtake();

        assertThat(editor.theirs().get()).isNotNull();
        assertThat(editor.theirs().get().title()).isEqualTo("Hers");
        assertThat(pane.desk.portal.day(3).title()).isEqualTo("Hers");
    }

    @Test
    void keepsMineOverTheirsOnceIHaveSeenThem() {
        overtake();
        editor.keepMine();

        assertThat(pane.desk.portal.day(3).title()).isEqualTo("Mine");
        assertThat(editor.theirs().get()).isNull();
        assertThat(editor.dirty().get()).isFalse();
    }

    @Test
    void takesTheirsAndForgetsMine() {
        overtake();
        editor.takeTheirs();

        assertThat(editor.title().get()).isEqualTo("Hers");
        assertThat(editor.dirty().get()).isFalse();
        assertThat(editor.theirs().get()).isNull();
    }

    @Test
    void showsTheNewestVersionWhenTheColleagueSavesAgain() {
        overtake();
        pane.desk.portal.put(Samples.withWords(pane.desk.portal.day(3), "Hers again", "Words"));
        editor.keepMine();

        assertThat(editor.theirs().get()).isNotNull();
        assertThat(editor.theirs().get().title()).isEqualTo("Hers again");
        assertThat(pane.desk.portal.day(3).title()).isEqualTo("Hers again");
    }

    @Test
    void savesWithoutAskingWhenOnlyTheLockChangedMeanwhile() {
        editor.title().set("Mine");
        pane.desk.portal.put(Samples.touched(pane.desk.portal.day(3)));
        editor.save();

        assertThat(pane.desk.portal.day(3).title()).isEqualTo("Mine");
        assertThat(editor.theirs().get()).isNull();
    }

    @Test
    void bringsADraftBackBesideWhatAColleagueSavedMeanwhile() {
        editor.title().set("Mine");
        pane.choose(4);
        pane.desk.state.hear(Samples.withWords(pane.desk.portal.day(3), "Hers", "Words"));
        pane.choose(3);

        assertThat(editor.title().get()).isEqualTo("Mine");
        assertThat(editor.theirs().get()).isNotNull();
    }

    @Test
    void letsAnotherDayBeChosenWhileSaving() {
        var slow = Pane.byHand();
        slow.choose(3);
        var form = slow.editor();
        form.title().set("Mine");
        form.save();
        slow.choose(4);
        slow.desk.tasks.stepAll();

        assertThat(form.title().get()).isEqualTo("The data model");
        assertThat(slow.desk.day(3).day().title()).isEqualTo("Mine");
        slow.choose(3);
        assertThat(form.dirty().get()).isFalse();
    }
}
