package training.powerbi.desktop.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.desktop.testing.FakeReports.PROGRESS;
import static training.powerbi.desktop.testing.FakeReports.VIEWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.report.MirrorState;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeReports;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class ReportsViewModelTest {
    private final Desk desk = Desk.byHand();
    private final FakeReports source = new FakeReports();
    private final ReportsViewModel model =
            new ReportsViewModel(source, desk.tasks, desk.screen, desk.dialogs, ZoneId.of("Europe/Prague"));

    @TempDir
    private Path folder;

    private void open() {
        model.seen();
        desk.tasks.stepAll();
    }

    @Test
    void listsTheReportsAndReadsTheFirst() {
        model.seen();
        assertThat(model.listPhase().get()).isEqualTo(Phase.LOADING);

        desk.tasks.stepAll();
        assertThat(model.listPhase().get()).isEqualTo(Phase.READY);
        assertThat(model.chosen().get()).isEqualTo(PROGRESS);
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.table().get()).isEqualTo(source.table);
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aReportThatWasReadIsShownAgainWithoutWakingTheCapacity() {
        open();
        model.chosen().set(VIEWS);
        desk.tasks.stepAll();
        model.chosen().set(PROGRESS);
        open();

        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(source.asked).containsExactly("all", "read progress-by-day", "read views-by-recording");

        model.refresh();
        desk.tasks.stepAll();
        assertThat(source.asked).endsWith("read views-by-recording", "read progress-by-day");
    }

    private String mirrorWords() {
        var mirror = model.mirror().get();
        return mirror == null ? "" : model.words(mirror);
    }

    @Test
    void howFarTheCopyInOneLakeIsBehindIsSaidEachTimeThePageIsLookedAt() {
        open();
        assertThat(mirrorWords()).isEmpty();

        source.mirror = new MirrorState("in step", 0L, 0, 0, Samples.MORNING, null);
        open();
        assertThat(mirrorWords()).endsWith("has everything.");

        source.mirror = new MirrorState("behind", 12L, 1, 240, null, null);
        open();
        assertThat(mirrorWords()).endsWith("is 4 min behind (12 changes, 1 file).");

        source.mirror = new MirrorState("away", null, null, 7_380, null, "CapacityNotActive");
        model.refresh();
        desk.tasks.stepAll();
        assertThat(mirrorWords())
                .startsWith("OneLake does not answer, as while its capacity is paused.")
                .contains("2 h 3 min behind (how much is not known yet)");

        source.mirror = new MirrorState("refused", null, null, 0, null, "It is another portal's. Empty it.");
        open();
        assertThat(mirrorWords()).endsWith("is not written any more. It is another portal's. Empty it.");

        source.mirror = new MirrorState("a word of tomorrow", 1L, 0, 1, null, null);
        open();
        assertThat(mirrorWords()).endsWith("is 1 s behind (1 change, no files).");
    }

    @Test
    void oneReportIsReadAtATimeAndTheOneChosenMeanwhileNext() {
        open();
        var tables = model.reports().getLast();
        model.chosen().set(VIEWS);
        model.chosen().set(model.reports().get(2));
        model.chosen().set(tables);
        model.refresh();
        assertThat(model.phase().get()).isEqualTo(Phase.LOADING);
        desk.tasks.stepAll();

        assertThat(source.asked)
                .containsExactly("all", "read progress-by-day", "read views-by-recording", "read tables");
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STORAGE_UNAVAILABLE", "TOO_MANY_REQUESTS", "NOT_FOUND"})
    void whatIsWrongAtTheEndpointIsToldInThePortalsOwnWords(ErrorCode code) {
        model.seen();
        desk.tasks.step();
        source.refuse(new PortalException(code, "The Fabric capacity is paused. Resume it."));
        desk.tasks.stepAll();

        assertThat(model.phase().get()).isEqualTo(Phase.FAILED);
        assertThat(model.failure().get()).isEqualTo("The Fabric capacity is paused. Resume it.");

        model.refresh();
        assertThat(model.phase().get()).isEqualTo(Phase.LOADING);
        desk.tasks.stepAll();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void whatIsShownStaysWhenItCannotBeReadAnew() {
        open();
        source.refuse(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "It did not answer within 15 seconds."));
        model.refresh();
        desk.tasks.stepAll();

        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.table().get()).isEqualTo(source.table);
        assertThat(model.failure().get()).contains("15 seconds");

        model.chosen().set(VIEWS);
        assertThat(model.failure().get()).as("of another report").isEmpty();
    }

    @Test
    void aListThatCannotBeHadIsAskedForWhenThePageIsSeenAgain() {
        source.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        open();
        assertThat(model.listPhase().get()).isEqualTo(Phase.FAILED);
        assertThat(model.listFailure().get()).contains("does not answer");

        open();
        assertThat(model.listPhase().get()).isEqualTo(Phase.READY);
    }

    @Test
    void nothingToShowIsNoFailure() {
        source.table = new ReportTable(List.of("day_number"), List.of(), false, null);
        open();
        assertThat(model.phase().get()).isEqualTo(Phase.EMPTY);

        source.reports = List.of();
        model.readList();
        desk.tasks.stepAll();
        assertThat(model.listPhase().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void saysWhenItWasTrueInTheCoursesTimeAndWhetherThereIsMore() {
        var rows = source.table.rows();
        assertThat(model.asOf(source.table))
                .startsWith("As of Nov 24, 2026, 10:30")
                .doesNotContain("more");
        assertThat(model.asOf(new ReportTable(List.of("day_number"), rows, true, Samples.MORNING)))
                .endsWith("These are the first 12 rows; there are more.");
        assertThat(model.asOf(new ReportTable(List.of("day_number"), rows, false, null)))
                .doesNotContain("As of");
    }

    @Test
    void savesAsThePortalWritesItUnderANameThatSaysWhatIsMissing() throws IOException {
        source.table = new ReportTable(source.table.columns(), source.table.rows(), true, null);
        open();
        desk.dialogs.file = folder.resolve("progress.csv");
        model.save();
        assertThat(model.busy().get()).isTrue();
        desk.tasks.stepAll();

        assertThat(desk.dialogs.questions).containsExactly("Save “Progress by day” progress-by-day-first-12.csv");
        assertThat(Files.readString(folder.resolve("progress.csv"))).contains("Žluťoučký");
        assertThat(desk.lastNotice()).isEqualTo("Saved as progress.csv.");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void savesNothingWhenThePersonThinksBetterOfIt() {
        open();
        model.save();
        desk.tasks.stepAll();

        assertThat(source.asked).doesNotContain("csv progress-by-day");
    }

    @Test
    void saysWhyItWasNotSaved() {
        open();
        desk.dialogs.file = folder.resolve("no-such-folder").resolve("progress.csv");
        model.save();
        desk.tasks.stepAll();
        assertThat(desk.lastNotice())
                .startsWith("“Progress by day” was not saved.")
                .contains("progress.csv");

        source.refuse(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The Fabric capacity is paused."));
        model.save();
        desk.tasks.stepAll();
        assertThat(desk.lastNotice()).endsWith("The Fabric capacity is paused.");
        assertThat(model.busy().get()).isFalse();
    }
}
