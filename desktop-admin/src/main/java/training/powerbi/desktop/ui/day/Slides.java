package training.powerbi.desktop.ui.day;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.client.LoadWarning;
import training.powerbi.desktop.ui.upload.Deliveries;
import training.powerbi.desktop.ui.upload.FileKind;

/// A day's slides: a file the portal keeps, or an address elsewhere.
final class Slides {
    private final DayDesk desk;
    private final Deliveries deliveries;
    private final LinkForm link = new LinkForm();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private int dayNumber;

    Slides(DayDesk desk) {
        this.desk = desk;
        this.deliveries = new Deliveries(desk.tasks(), desk.screen(), desk::refresh);
    }

    void show(CourseDay day) {
        dayNumber = day.dayNumber();
        var url = day.presentationUrl();
        address.set(url == null ? "" : url);
    }

    /// Empty when the day has no slides.
    ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    boolean elsewhere() {
        return address.get().startsWith("http://") || address.get().startsWith("https://");
    }

    Deliveries deliveries() {
        return deliveries;
    }

    LinkForm link() {
        return link;
    }

    BooleanProperty busy() {
        return busy;
    }

    void choose() {
        desk.dialogs()
                .chooseFile(
                        desk.text("materials.slides.choose"),
                        desk.text("materials.slides.kind"),
                        FileKind.SLIDES.patterns())
                .ifPresent(file -> drop(List.of(file)));
    }

    /// Takes the one file that slides may be.
    void drop(List<Path> files) {
        if (files.size() != 1 || !FileKind.SLIDES.takes(files.getFirst())) {
            desk.screen().notices().problem(desk.text("materials.slides.wrong", FileKind.SLIDES.listed()));
            return;
        }
        var day = dayNumber;
        deliveries.send(day, files.getFirst(), (file, sent) -> {
            var warnings = desk.files().uploadPresentation(day, file, sent).warnings();
            if (!warnings.isEmpty()) {
                desk.tasks().onUi(() -> tell(day, warnings));
            }
        });
    }

    private void tell(int day, List<LoadWarning> warnings) {
        desk.dialogs()
                .tell(
                        desk.text("materials.slides.warnings", day, warnings.size()),
                        warnings.stream()
                                .map(warning -> desk.text(
                                        "materials.slides.warning",
                                        warning.file(),
                                        warning.address(),
                                        warning.reason()))
                                .toList());
    }

    void submitLink() {
        if (link.check(desk, false)) {
            point(dayNumber, link.address().get().strip(), link::clear);
        }
    }

    /// Takes the day's slides away. An address can be put back; a file cannot, so that is asked first.
    void remove() {
        var before = address.get();
        var day = dayNumber;
        if (elsewhere()) {
            point(
                    day,
                    null,
                    () -> desk.screen()
                            .notices()
                            .undo(
                                    desk.text("materials.slides.removed", day),
                                    desk.text("recording.undo"),
                                    () -> point(day, before, () -> {})));
        } else if (desk.dialogs()
                .confirm(
                        desk.text("materials.slides.remove.title"),
                        List.of(desk.text("materials.slides.remove.line", day)),
                        desk.text("materials.slides.remove.action"))) {
            point(day, null, () -> {});
        }
    }

    private void point(int day, @Nullable String to, Runnable done) {
        busy.set(true);
        desk.tasks()
                .run(
                        () -> desk.client().setPresentation(day, to),
                        answer -> {
                            busy.set(false);
                            desk.state().hear(answer);
                            done.run();
                        },
                        failure -> {
                            busy.set(false);
                            if (!link.errors().take(failure)) {
                                desk.screen().problem(failure);
                            }
                        });
    }
}
