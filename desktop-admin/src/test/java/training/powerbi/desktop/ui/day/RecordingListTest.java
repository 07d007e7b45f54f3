package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class RecordingListTest {
    private final Pane pane = full(Pane.atOnce());
    private final DayViewModel model = pane.model();
    private final RecordingList list = model.recordings();

    private static Pane full(Pane pane) {
        pane.desk.portal.course = Samples.fullCourse();
        pane.desk.read();
        pane.choose(1);
        return pane;
    }

    private RecordingItem first() {
        return list.active().getFirst();
    }

    @Test
    void listsTheDaysRecordingsAndTheRemovedOnesApart() {
        assertThat(list.active()).hasSize(4);
        assertThat(list.removed()).hasSize(1);
    }

    @Test
    void removesARecordingAndOffersToTakeThatBack() {
        var item = first();
        list.remove(item);
        assertThat(list.active()).hasSize(3);
        assertThat(list.removed()).hasSize(2);

        pane.desk.undo();
        assertThat(list.active()).hasSize(4);
        assertThat(pane.desk.portal.asked).contains("restoreRecording " + item.id());
    }

    @Test
    void restoresARemovedRecording() {
        list.restore(list.removed().getFirst());

        assertThat(list.active()).hasSize(5);
        assertThat(list.removed()).isEmpty();
    }

    @Test
    void leavesTheListAsItIsWhenThePortalRefuses() {
        pane.desk.portal.refuse(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "Later."));
        list.remove(first());

        assertThat(list.active()).hasSize(4);
        assertThat(first().pending().get()).isFalse();
        assertThat(pane.desk.screen.notices().shown().getLast().problem()).isTrue();
    }

    @Test
    void asksOnceHoweverOftenItIsPressed() {
        var slow = full(Pane.byHand());
        var items = slow.model().recordings();
        var item = items.active().getFirst();
        items.remove(item);
        items.remove(item);
        slow.desk.tasks.stepAll();

        assertThat(slow.desk.portal.asked.stream().filter(call -> call.startsWith("removeRecording")))
                .hasSize(1);
    }

    @Test
    void keepsAnOpenFormWhileAnotherDayIsLookedAt() {
        list.edit(first());
        first().editor().get().form().title().set("Half");
        pane.choose(2);
        pane.choose(1);

        assertThat(first().editor().get()).isNotNull();
        assertThat(first().editor().get().form().title().get()).isEqualTo("Half");
    }

    @Test
    void addsCaptionsInTheChosenLanguage() {
        var item = list.active().getFirst();
        item.captions().language().set("pt-BR");
        item.captions().upload(Path.of("talk.vtt"));

        assertThat(pane.desk.files.sent).containsExactly("captions " + item.id() + " pt-BR");
    }

    @Test
    void asksForALanguageWhenNoneIsNamed() {
        first().captions().language().set(" ");
        first().captions().upload(Path.of("talk.vtt"));

        assertThat(first().captions().error().get()).contains("language tag");
        assertThat(pane.desk.files.sent).isEmpty();
    }

    @Test
    void namesTheWrongLineOfACaptionsFileBesideTheButton() {
        pane.desk.files.refuse(PortalException.badInput("file", "Line 7 has no time."));
        first().captions().upload(Path.of("talk.vtt"));

        assertThat(first().captions().error().get()).isEqualTo("Line 7 has no time.");
        assertThat(first().captions().busy().get()).isFalse();
    }

    @Test
    void removesCaptionsOnlyAfterAsking() {
        var item = list.active().stream()
                .filter(each -> !each.recording().captions().isEmpty())
                .findFirst()
                .orElseThrow();
        var caption = item.recording().captions().getFirst();
        pane.desk.dialogs.consent = false;
        item.captions().remove(caption);
        assertThat(pane.desk.files.sent).isEmpty();

        pane.desk.dialogs.consent = true;
        item.captions().remove(caption);
        assertThat(pane.desk.files.sent).containsExactly("remove captions " + item.id() + " en");
    }

    @Test
    void addsARecordingByItsAddress() {
        var form = model.adding().form();
        form.title().set("Session");
        form.address().set("https://youtu.be/abc");
        form.length().set("1h 5min");
        model.add();

        assertThat(list.active()).hasSize(5);
        assertThat(form.title().get()).isEmpty();
        assertThat(pane.desk.lastNotice()).isEqualTo("“Session” was added to day 1.");
    }

    @Test
    void saysBesideEachFieldWhatIsMissing() {
        // Choosing the day has asked since when its slides are there.
        pane.desk.portal.asked.clear();
        model.add();

        var errors = model.adding().form().errors();
        assertThat(errors.of(RecordingForm.TITLE).get()).isNotEmpty();
        assertThat(errors.of(RecordingForm.ADDRESS).get()).isNotEmpty();
        assertThat(pane.desk.portal.asked).isEmpty();
    }

    @Test
    void putsThePortalsComplaintAboutALengthBesideIt() {
        var form = model.adding().form();
        form.title().set("Session");
        form.address().set("https://youtu.be/abc");
        form.length().set("soon");
        pane.desk.portal.refuse(PortalException.badInput("duration", "Write it as 2h 30min."));
        model.add();

        assertThat(form.errors().of(RecordingForm.LENGTH).get()).isEqualTo("Write it as 2h 30min.");
        assertThat(form.title().get()).isEqualTo("Session");
    }
}
