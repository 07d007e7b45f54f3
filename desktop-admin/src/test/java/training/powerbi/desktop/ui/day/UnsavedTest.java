package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.AuditEntry;
import training.powerbi.desktop.testing.Samples;

/// What was typed and not saved, and what is said beside fields.
class UnsavedTest {
    private final Pane pane = Pane.atOnce();

    private DayViewModel model() {
        pane.desk.portal.course = Samples.fullCourse();
        pane.desk.read();
        pane.choose(2);
        return pane.model();
    }

    @Test
    void namesTheDaysAndRecordingsWithWordsThatAreNotSaved() {
        var model = model();
        assertThat(model.unsaved()).isEmpty();

        model.editor().title().set("Sources");
        var item = model.recordings().active().getFirst();
        model.recordings().edit(item);
        assertThat(model.unsaved()).containsExactly("Day 2: title and description");

        item.editor().get().form().title().set("Another name");
        model.adding().form().title().set("New");
        pane.choose(5);
        assertThat(model.unsaved())
                .containsExactly(
                        "Day 2: title and description",
                        "The recording “" + item.recording().title() + "”",
                        "A recording by its address, not added yet");
    }

    @Test
    void anErrorGoesWhenItsFieldIsEdited() {
        var model = model();
        model.add();
        var form = model.adding().form();
        assertThat(form.errors().of(RecordingForm.TITLE).get()).isNotEmpty();
        form.title().set("S");

        assertThat(form.errors().of(RecordingForm.TITLE).get()).isEmpty();
        assertThat(form.errors().of(RecordingForm.ADDRESS).get()).isNotEmpty();
    }

    @Test
    void slidesSayTheirFileAndSinceWhenTheyAreThere() {
        pane.desk.portal.audit = Samples.audit(0);
        var model = model();
        assertThat(model.slides().name().get()).isEqualTo("Slides as a web page");
        assertThat(model.slides().since().get()).isEmpty();

        pane.desk.portal.audit =
                List.of(new AuditEntry("a", Samples.ANA, "u-ana", "set_presentation", 5, "{}", Samples.MORNING));
        pane.choose(5);
        assertThat(model.slides().since().get()).startsWith("Put there Nov 24, 2026");
    }

    @Test
    void slidesAreNamedAsTheirFileIs() {
        var model = model();
        var day = pane.desk.day(2).day();
        var url = "/api/v1/materials/ticket/%C3%9Cbung%201+2.pptx";
        model.slides().show(Samples.with(day, url, day.recordings(), day.removedRecordings(), day.resources()));

        assertThat(model.slides().name().get()).isEqualTo("Übung 1+2.pptx");
    }

    @Test
    void slidesAreNamedAsTheTrainerNamedThemWhereThePortalKnows() {
        var model = model();
        model.slides().show(Samples.named(pane.desk.day(2).day(), "Day 2, joins.pdf"));

        assertThat(model.slides().name().get()).isEqualTo("Day 2, joins.pdf");
    }

    @Test
    void slidesPutInThePlaceOfOthersOfTheSameNameAreAsNewAsTheyAre() {
        pane.desk.portal.audit = List.of(put("2026-11-24T09:30:00Z"));
        var model = model();
        assertThat(model.slides().since().get()).startsWith("Put there Nov 24, 2026");

        pane.desk.portal.audit = List.of(put("2026-11-26T09:30:00Z"));
        pane.desk.state.hear(Samples.touched(pane.desk.day(2).day()));
        assertThat(model.slides().since().get()).startsWith("Put there Nov 26, 2026");
    }

    private static AuditEntry put(String at) {
        return new AuditEntry("a", Samples.ANA, "u-ana", "set_presentation", 2, "{}", Instant.parse(at));
    }

    @Test
    void theOpenSwitchOfTheHeadAsksForTheDayThatIsShown() {
        var model = model();
        model.toggle(pane.desk.day(2));
        assertThat(pane.toggled).containsExactly(pane.desk.day(2));

        model.close();
        assertThat(model.day().get()).isNull();
    }
}
