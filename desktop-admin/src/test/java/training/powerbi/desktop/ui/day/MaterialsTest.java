package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.LoadWarning;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class MaterialsTest {
    @TempDir
    Path folder;

    private final Pane pane = Pane.atOnce();
    private DayViewModel model = pane.model();

    @BeforeEach
    void chooseADay() {
        pane.choose(2);
        model = pane.model();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "content");
    }

    private void sendSlides() throws IOException {
        model.slides().drop(List.of(file("deck.zip")));
    }

    @Test
    void whatSlidesWillNotLoadIsToldWhenTheyHaveArrived() throws IOException {
        pane.desk.files.warnings.add(new LoadWarning(
                "index.html", "https://cdn.example/reveal.js", "Put the file beside the slides and link it."));

        model.slides().drop(List.of(file("deck.zip")));

        assertThat(pane.desk.dialogs.told)
                .containsExactly("The slides of day 2 are there, but one thing in them will not load."
                        + " index.html: https://cdn.example/reveal.js will not load."
                        + " Put the file beside the slides and link it.");
    }

    @Test
    void sendsDroppedSlidesAndShowsThem() throws IOException {
        sendSlides();

        assertThat(pane.desk.files.sent).containsExactly("slides 2 deck.zip");
        assertThat(model.slides().address().get()).contains("deck.zip");
        assertThat(model.slides().deliveries().underWay()).isEmpty();
    }

    @Test
    void refusesWhatIsNoSlidesAndSaysWhatIs() throws IOException {
        model.slides().drop(List.of(file("talk.mp4")));

        assertThat(pane.desk.files.sent).isEmpty();
        assertThat(pane.desk.lastNotice()).contains("pdf", "zip");
    }

    @Test
    void refusesSeveralFilesAsSlides() throws IOException {
        model.slides().drop(List.of(file("a.html"), file("b.html")));

        assertThat(pane.desk.files.sent).isEmpty();
    }

    @Test
    void keepsAFileThatDidNotArriveToTryAgain() throws IOException {
        pane.desk.files.refuse(new PortalException(ErrorCode.TOO_LARGE, "Slides may have 50 MB."));
        model.slides().drop(List.of(file("deck.pdf")));
        var deliveries = model.slides().deliveries();
        assertThat(deliveries.underWay()).hasSize(1);
        assertThat(deliveries.underWay().getFirst().error().get()).isEqualTo("Slides may have 50 MB.");

        deliveries.retry(deliveries.underWay().getFirst());
        assertThat(deliveries.underWay()).isEmpty();
        assertThat(pane.desk.files.sent).hasSize(2);
    }

    @Test
    void forgetsAFailedFileWhenItIsDismissed() throws IOException {
        pane.desk.files.refuse(new PortalException(ErrorCode.TOO_LARGE, "Too large."));
        model.resources().drop(List.of(file("a.csv")));
        var deliveries = model.resources().deliveries();
        deliveries.dismiss(deliveries.underWay().getFirst());

        assertThat(deliveries.underWay()).isEmpty();
    }

    @Test
    void saysWhichFileCannotBeRead() {
        model.resources().drop(List.of(folder.resolve("gone.csv")));

        var failed = model.resources().deliveries().underWay().getFirst();
        assertThat(failed.error().get()).contains("gone.csv");
    }

    private void pointElsewhere() {
        model.slides().link().address().set("https://slides.example.org/2");
        model.slides().submitLink();
    }

    @Test
    void pointsToSlidesElsewhere() {
        pointElsewhere();

        assertThat(model.slides().address().get()).isEqualTo("https://slides.example.org/2");
        assertThat(model.slides().elsewhere()).isTrue();
        assertThat(model.slides().link().address().get()).isEmpty();
    }

    @Test
    void wantsAWholeAddress() {
        model.slides().link().address().set("slides");
        model.slides().submitLink();

        assertThat(model.slides().link().errors().of(LinkForm.ADDRESS).get()).contains("https://");
        assertThat(pane.desk.portal.asked).isEmpty();
    }

    @Test
    void takesALinkToSlidesAwayAndCanPutItBack() {
        pointElsewhere();
        model.slides().remove();
        assertThat(model.slides().address().get()).isEmpty();
        assertThat(pane.desk.dialogs.questions).isEmpty();

        pane.desk.undo();
        assertThat(model.slides().address().get()).isEqualTo("https://slides.example.org/2");
    }

    @Test
    void asksBeforeSlidesOfThePortalAreDeleted() throws IOException {
        sendSlides();
        pane.desk.dialogs.consent = false;
        model.slides().remove();
        assertThat(model.slides().address().get()).isNotEmpty();

        pane.desk.dialogs.consent = true;
        model.slides().remove();
        assertThat(model.slides().address().get()).isEmpty();
    }

    private void sendTwoFiles() throws IOException {
        model.resources().drop(List.of(file("a.csv"), file("b.csv")));
    }

    @Test
    void sendsEveryDroppedFileToTheDayItWasDroppedOn() throws IOException {
        sendTwoFiles();

        assertThat(pane.desk.files.sent).containsExactly("resource 2 a.csv", "resource 2 b.csv");
        assertThat(model.resources().items()).hasSize(2);
    }

    @Test
    void addsALink() {
        model.resources().link().title().set("DAX guide");
        model.resources().link().address().set("https://dax.guide");
        model.resources().submitLink();

        assertThat(model.resources().items()).extracting(each -> each.title()).containsExactly("DAX guide");
    }

    @Test
    void putsThePortalsComplaintBesideTheLinksField() {
        model.resources().link().title().set("DAX guide");
        model.resources().link().address().set("https://dax.guide");
        pane.desk.portal.refuse(PortalException.badInput("url", "Use https."));
        model.resources().submitLink();

        assertThat(model.resources().link().errors().of(LinkForm.ADDRESS).get()).isEqualTo("Use https.");
        assertThat(model.resources().link().title().get()).isEqualTo("DAX guide");
    }

    @Test
    void deletesAFileOnlyAfterAsking() throws IOException {
        sendTwoFiles();
        pane.desk.dialogs.consent = false;
        model.resources().remove(model.resources().items().getFirst());
        assertThat(model.resources().items()).hasSize(2);

        pane.desk.dialogs.consent = true;
        model.resources().remove(model.resources().items().getFirst());
        assertThat(model.resources().items()).hasSize(1);
    }

    @Test
    void opensTheDaysFilesInTheBrowser() {
        model.open("/api/v1/materials/t/a.csv");

        assertThat(pane.desk.dialogs.browsed).containsExactly("https://portal.example.org/api/v1/materials/t/a.csv");
    }

    @Test
    void queuesOnlyVideosAsRecordingsAndNamesTheKinds() throws IOException {
        model.dropVideos(List.of(file("a.mp4"), file("b.docx")));

        assertThat(pane.uploads.items()).hasSize(1);
        assertThat(pane.desk.screen.notices().shown().getFirst().text()).contains("mp4", "webm");
    }

    @Test
    void sendsTheTypedLengthWithTheNextFilmOnly() throws IOException {
        model.filmLength().typed().set(" 2h 30min ");
        model.dropVideos(List.of(file("a.webm")));
        model.dropVideos(List.of(file("b.webm")));

        assertThat(pane.uploader.uploaded).extracting(Upload::duration).containsExactly("2h 30min", null);
        assertThat(model.filmLength().typed().get()).isEmpty();
    }

    @Test
    void givesOneLengthToNoneOfSeveralFilms() throws IOException {
        model.filmLength().typed().set("2h");
        model.dropVideos(List.of(file("a.webm"), file("b.webm")));

        assertThat(pane.uploader.uploaded).extracting(Upload::duration).containsOnlyNulls();
        assertThat(model.filmLength().typed().get()).isEqualTo("2h");
        assertThat(model.filmLength().error().get()).contains("one film");

        model.filmLength().typed().set("1h");
        assertThat(model.filmLength().error().get()).isEmpty();
    }
}
