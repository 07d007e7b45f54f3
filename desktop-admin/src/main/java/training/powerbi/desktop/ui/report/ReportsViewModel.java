package training.powerbi.desktop.ui.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.report.LakehouseReport;
import training.powerbi.client.report.LakehouseReports;
import training.powerbi.client.report.MirrorState;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// Which reports there are, and what the chosen one says. A report is read when it is first chosen and when somebody
/// asks for it anew, not each time it is looked at: every reading wakes a capacity that is paid for. One at a time,
/// because the portal asks its endpoint no more at once.
public final class ReportsViewModel {
    private final LakehouseReports source;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Dialogs dialogs;
    private final TimeWords times;
    private final ReportWords words;
    private final ObservableList<LakehouseReport> reports = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<LakehouseReport> reportsView = FXCollections.unmodifiableObservableList(reports);
    private final ReadOnlyObjectWrapper<Phase> listPhase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyStringWrapper listFailure = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable LakehouseReport> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable ReportTable> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Map<String, ReportTable> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable MirrorState> mirror = new ReadOnlyObjectWrapper<>();
    private boolean asked;
    private boolean reading;

    /// @param zone the course's own
    public ReportsViewModel(LakehouseReports source, TaskExecutor tasks, Screen screen, Dialogs dialogs, ZoneId zone) {
        this.source = source;
        this.tasks = tasks;
        this.screen = screen;
        this.dialogs = dialogs;
        this.times = new TimeWords(screen, () -> zone);
        this.words = new ReportWords(screen.texts());
        chosen.addListener((property, before, now) -> show());
    }

    /// Somebody looks at the page: sees to it that the list is there.
    void seen() {
        if (!asked) {
            readList();
        }
        lookAtMirror();
    }

    /// What is wrong with the portal, if anything is, is told where its words are needed.
    private void lookAtMirror() {
        tasks.run(source::mirror, found -> mirror.set(found.orElse(null)), cause -> mirror.set(null));
    }

    void readList() {
        asked = true;
        listPhase.set(Phase.LOADING);
        tasks.run(
                source::all,
                all -> {
                    reports.setAll(all);
                    listPhase.set(all.isEmpty() ? Phase.EMPTY : Phase.READY);
                    chosen.set(all.isEmpty() ? null : all.getFirst());
                },
                cause -> {
                    asked = false;
                    listFailure.set(screen.errors().asTold(cause));
                    listPhase.set(Phase.FAILED);
                });
    }

    ObservableList<LakehouseReport> reports() {
        return reportsView;
    }

    ReadOnlyObjectProperty<Phase> listPhase() {
        return listPhase.getReadOnlyProperty();
    }

    ReadOnlyStringProperty listFailure() {
        return listFailure.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable LakehouseReport> chosen() {
        return chosen;
    }

    /// How far the chosen report is.
    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// What the chosen report said last; null while it has not.
    ReadOnlyObjectProperty<@Nullable ReportTable> table() {
        return table.getReadOnlyProperty();
    }

    /// Why the chosen report could not be read when it was last tried; empty when it could.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether the portal is asking its endpoint.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// How far the copy in OneLake is behind; null when there is none, or it is not known.
    ReadOnlyObjectProperty<@Nullable MirrorState> mirror() {
        return mirror.getReadOnlyProperty();
    }

    String words(MirrorState shown) {
        return new MirrorWords(screen.texts()).of(shown);
    }

    ReportWords words() {
        return words;
    }

    /// When the lakehouse said so, and whether that is all.
    String asOf(ReportTable shown) {
        var texts = screen.texts();
        var at = shown.asOf();
        var since = at == null ? texts.get("report.as-of.unknown") : texts.get("report.as-of", times.exact(at));
        return shown.truncated()
                ? since + ' ' + texts.get("report.truncated", shown.rows().size())
                : since;
    }

    Screen screen() {
        return screen;
    }

    /// Reads the chosen report anew; what is shown stays until it has answered.
    void refresh() {
        lookAtMirror();
        var report = chosen.get();
        if (report != null && !reading) {
            read(report);
        }
    }

    private void show() {
        var report = chosen.get();
        var shown = report == null ? null : known.get(report.name());
        failure.set("");
        table.set(shown);
        phase.set(shown == null ? Phase.LOADING : filled(shown));
        if (report != null && shown == null && !reading) {
            read(report);
        }
    }

    private static Phase filled(ReportTable table) {
        return table.rows().isEmpty() ? Phase.EMPTY : Phase.READY;
    }

    private void read(LakehouseReport report) {
        begin();
        failure.set("");
        if (table.get() == null) {
            phase.set(Phase.LOADING);
        }
        tasks.run(
                () -> source.read(report),
                answer -> {
                    known.put(report.name(), answer);
                    end(report, () -> {
                        table.set(answer);
                        phase.set(filled(answer));
                    });
                },
                cause -> {
                    var why = screen.errors().asTold(cause);
                    end(report, () -> {
                        failure.set(why);
                        phase.set(table.get() == null ? Phase.FAILED : phase.get());
                    });
                });
    }

    private void begin() {
        reading = true;
        busy.set(true);
    }

    /// Shows what came of it, or goes on to what was chosen meanwhile.
    private void end(LakehouseReport report, Runnable showing) {
        reading = false;
        busy.set(false);
        if (report.equals(chosen.get())) {
            showing.run();
        } else {
            show();
        }
    }

    /// Writes the chosen report to a file, read once more by the portal, which knows how spreadsheets want it.
    void save() {
        var report = Objects.requireNonNull(chosen.get());
        var shown = table.get();
        if (reading || shown == null) {
            return;
        }
        var texts = screen.texts();
        // The name goes on saying what the file does not: that there are more rows.
        var name = report.name() + (shown.truncated() ? "-first-" + shown.rows().size() : "") + ".csv";
        dialogs.chooseTarget(
                        texts.get("report.save.title", report.title()), texts.get("report.save.kind"), "*.csv", name)
                .ifPresent(file -> write(report, file));
    }

    private void write(LakehouseReport report, Path file) {
        begin();
        tasks.run(
                () -> written(file, source.csv(report)),
                done -> {
                    screen.notices().info(screen.texts().get("report.saved", done.getFileName()));
                    end(report, () -> {});
                },
                cause -> {
                    screen.notices()
                            .problem(screen.texts()
                                    .get(
                                            "report.not-saved",
                                            report.title(),
                                            screen.errors().asTold(cause)));
                    end(report, () -> {});
                });
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
