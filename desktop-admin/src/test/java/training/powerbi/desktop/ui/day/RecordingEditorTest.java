package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class RecordingEditorTest {
    private final Pane pane = Pane.atOnce();
    private final RecordingItem item = itemOf(VideoPlatform.YOUTUBE);

    private RecordingItem itemOf(VideoPlatform platform) {
        pane.desk.portal.course = Samples.fullCourse();
        pane.desk.read();
        pane.choose(1);
        var list = pane.model().recordings();
        var found = list.active().stream()
                .filter(each -> each.recording().platform() == platform)
                .findFirst()
                .orElseThrow();
        list.edit(found);
        return found;
    }

    private RecordingEditor editor() {
        return item.editor().get();
    }

    private String sent() {
        return pane.desk.portal.asked.stream()
                .filter(call -> call.startsWith("updateRecording"))
                .reduce((first, second) -> second)
                .orElse("");
    }

    @Test
    void sendsOnlyWhatWasChanged() {
        editor().form().title().set("Better");
        editor().save();

        assertThat(sent()).contains("title=Better", "videoUrl=null", "duration=null");
        assertThat(item.editor().get()).isNull();
        assertThat(item.recording().title()).isEqualTo("Better");
    }

    @Test
    void closesWithoutAskingWhenNothingWasChanged() {
        editor().save();

        assertThat(sent()).isEmpty();
        assertThat(item.editor().get()).isNull();
    }

    @Test
    void hasNoAddressToEditForAnUpload() {
        assertThat(itemOf(VideoPlatform.UPLOAD).editor().get().hasAddress()).isFalse();
        assertThat(editor().hasAddress()).isTrue();
    }

    @Test
    void wantsATitle() {
        editor().form().title().set("");
        editor().save();

        assertThat(editor().form().errors().of(RecordingForm.TITLE).get()).isNotEmpty();
    }

    private void overtake() {
        pane.desk.portal.change(item.id(), "Hers", 2);
        editor().form().title().set("Mine");
        editor().save();
    }

    @Test
    void showsBothVersionsWhenAColleagueRenamedItFirst() {
        overtake();

        assertThat(editor().theirs().get()).isNotNull();
        assertThat(editor().theirs().get().title()).isEqualTo("Hers");
        assertThat(editor().form().title().get()).isEqualTo("Mine");
    }

    @Test
    void keepsMineOverTheirs() {
        overtake();
        editor().keepMine();

        assertThat(pane.desk.portal.recording(item.id()).title()).isEqualTo("Mine");
        assertThat(item.editor().get()).isNull();
    }

    @Test
    void takesTheirs() {
        overtake();
        editor().takeTheirs();

        assertThat(editor().form().title().get()).isEqualTo("Hers");
        assertThat(editor().theirs().get()).isNull();
    }

    @Test
    void savesWithoutAskingWhenItsWordsDidNotChange() {
        pane.desk.portal.change(item.id(), item.recording().title(), 2);
        editor().form().title().set("Mine");
        editor().save();

        assertThat(pane.desk.portal.recording(item.id()).title()).isEqualTo("Mine");
    }

    @Test
    void saysSoWhenTheRecordingWasRemovedMeanwhile() {
        var form = editor();
        form.form().title().set("Mine");
        pane.desk.portal.change(item.id(), "Hers", 2);
        pane.desk.portal.removeRecording(item.id());
        pane.desk.portal.refuse(new PortalException(ErrorCode.CONFLICTING_UPDATE, "Changed."));
        form.save();

        assertThat(pane.desk.screen.notices().shown().getFirst().text()).contains("removed");
    }
}
