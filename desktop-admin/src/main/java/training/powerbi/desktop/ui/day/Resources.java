package training.powerbi.desktop.ui.day;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.ui.upload.Deliveries;
import training.powerbi.model.Resource;

/// Files and links that belong to a day.
final class Resources {
    private final DayDesk desk;
    private final Deliveries deliveries;
    private final LinkForm link = new LinkForm();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Resource> items = FXCollections.observableArrayList();
    private int dayNumber;

    Resources(DayDesk desk) {
        this.desk = desk;
        this.deliveries = new Deliveries(desk.tasks(), desk.screen(), desk::refresh);
    }

    void show(CourseDay day) {
        dayNumber = day.dayNumber();
        if (!items.equals(day.resources())) {
            items.setAll(day.resources());
        }
    }

    ObservableList<Resource> items() {
        return items;
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
                .chooseFile(desk.text("materials.resource.choose"), desk.text("materials.resource.kind"), List.of())
                .ifPresent(file -> drop(List.of(file)));
    }

    void drop(List<Path> files) {
        var day = dayNumber;
        files.forEach(each -> deliveries.send(
                day,
                each,
                (file, sent) -> desk.files().uploadResource(day, String.valueOf(file.getFileName()), file, sent)));
    }

    void submitLink() {
        if (busy.get() || !link.check(desk, true)) {
            return;
        }
        var title = link.title().get().strip();
        var address = link.address().get().strip();
        var day = dayNumber;
        busy.set(true);
        desk.tasks()
                .run(
                        () -> desk.client().addResource(day, title, address),
                        added -> {
                            busy.set(false);
                            link.clear();
                            desk.refresh();
                        },
                        failure -> {
                            busy.set(false);
                            if (!link.errors().take(failure)) {
                                desk.screen().problem(failure);
                            }
                        });
    }

    /// Takes it away for good, which is asked first. A link could be typed again, a file is gone.
    void remove(Resource resource) {
        if (!desk.dialogs()
                .giveUp(
                        desk.text("materials.resource.remove.title", resource.title()),
                        List.of(desk.text("materials.resource.remove.line", resource.title())),
                        desk.text("materials.resource.remove.action"))) {
            return;
        }
        desk.tasks()
                .run(
                        () -> desk.client().removeResource(resource.resourceId()),
                        gone -> desk.refresh(),
                        desk.screen()::problem);
    }
}
