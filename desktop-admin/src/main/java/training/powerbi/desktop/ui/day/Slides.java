package training.powerbi.desktop.ui.day;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.CourseDay;
import training.powerbi.client.LoadWarning;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.desktop.ui.upload.Deliveries;
import training.powerbi.desktop.ui.upload.FileKind;

/// A day's slides: a file the portal keeps, or an address elsewhere.
final class Slides {
    /// Where a deck of several files begins.
    private static final String PAGE = "index.html";

    private final DayDesk desk;
    private final Deliveries deliveries;
    private final LinkForm link = new LinkForm();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private TaskExecutor.Cancellation asking = () -> {};
    private int dayNumber;
    private int version;

    Slides(DayDesk desk) {
        this.desk = desk;
        this.deliveries = new Deliveries(desk.tasks(), desk.screen(), desk::refresh);
    }

    void show(CourseDay day) {
        var url = day.presentationUrl() == null ? "" : day.presentationUrl();
        var other = dayNumber != day.dayNumber();
        // A file may be put in the place of another of the same name, which only the day's version tells.
        var changed = other || version != day.editVersion();
        dayNumber = day.dayNumber();
        version = day.editVersion();
        address.set(url);
        name.set(nameOf(day, url));
        if (other || url.isEmpty()) {
            asking.cancel();
            since.set("");
        }
        if (changed && !url.isEmpty()) {
            askSince(dayNumber);
        }
    }

    /// Their file or, of those kept elsewhere, the whole address.
    private String nameOf(CourseDay day, String url) {
        var known = day.presentationName();
        if (known != null) {
            return known;
        }
        if (url.isEmpty() || isElsewhere(url)) {
            return url;
        }
        var path = url.replaceAll("[?#].*", "");
        var file = decoded(path.substring(path.lastIndexOf('/') + 1));
        return file.equals(PAGE) ? desk.text("materials.slides.page") : file;
    }

    /// The audit log knows when slides were put there; those the course came with stand in no log.
    private void askSince(int day) {
        var set = new AuditFilter(day, "set_presentation", null, null);
        asking.cancel();
        asking = desk.tasks()
                .run(
                        () -> desk.client().adminActions(set, null).edges(),
                        found -> since.set(
                                found.isEmpty()
                                        ? ""
                                        : desk.text(
                                                "materials.slides.since",
                                                new TimeWords(desk.screen(), desk::shownZone)
                                                        .exact(found.getFirst()
                                                                .node()
                                                                .timestamp()))),
                        // Without a date the slides are as good.
                        failure -> {});
    }

    /// What the slides are called.
    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    private static String decoded(String name) {
        try {
            // Addresses have their blanks as %20, and a plus is a plus.
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException other) {
            return name;
        }
    }

    /// Since when they are there; empty while that is not known.
    ReadOnlyStringProperty since() {
        return since.getReadOnlyProperty();
    }

    /// Empty when the day has no slides.
    ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    boolean elsewhere() {
        return isElsewhere(address.get());
    }

    private static boolean isElsewhere(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
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
                                    "slides " + day,
                                    desk.text("materials.slides.removed", day),
                                    desk.text("recording.undo"),
                                    () -> point(day, before, () -> {})));
        } else if (desk.dialogs()
                .giveUp(
                        desk.text("materials.slides.remove.title", day),
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
                            desk.screen().notices().settled("slides " + day);
                            desk.hear(answer);
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
