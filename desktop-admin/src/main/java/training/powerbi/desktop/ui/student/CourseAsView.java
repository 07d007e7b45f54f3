package training.powerbi.desktop.ui.student;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The course as a student gets it, under a banner that says so.
public final class CourseAsView implements View {
    private final CourseAsViewModel model;
    private final Texts texts;
    private final Parent root;
    private final VBox days = new VBox();

    @FXML
    private VBox page;

    @FXML
    private Label banner;

    @FXML
    private DatePicker date;

    @FXML
    private TextField time;

    @FXML
    private Label problem;

    public CourseAsView(CourseAsViewModel model) {
        this.model = model;
        this.texts = model.texts();
        root = Fxml.load(this, texts);
        StyleSheets.dress(root, CourseAsView.class, "student.css");
        banner.textProperty().bind(model.banner());
        date.valueProperty().bindBidirectional(model.date());
        time.textProperty().bindBidirectional(model.time());
        problem.textProperty().bind(model.problem());
        Nodes.shownWhen(problem, model.problem().isNotEmpty());
        days.getStyleClass().add("as-days");
        var scroll = new ScrollPane(days);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.days().addListener((ListChangeListener<CourseDay>) change -> lay());
        lay();
        var phases = new StudentPhases(model.phase(), model.failure(), model::read, texts);
        page.getChildren().add(phases.around(scroll));
    }

    private void lay() {
        days.getChildren().setAll(model.days().stream().map(this::day).toList());
    }

    private Node day(CourseDay day) {
        var title = Nodes.paragraph(texts.get("calendar.day-line", day.dayNumber(), day.title()), "strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        var lock = Nodes.label(texts.get(day.isUnlocked() ? "lock.UNLOCKED" : "lock.LOCKED"));
        lock.setGraphic(new Icon(day.isUnlocked() ? Feather.UNLOCK : Feather.LOCK));
        lock.setMinWidth(Label.USE_PREF_SIZE);
        var head = new HBox(12, title, lock);
        head.setAlignment(Pos.TOP_LEFT);
        var box = new VBox(
                head,
                Nodes.paragraph(model.facts(day), "quiet"),
                Nodes.paragraph(day.description().strip(), "quiet"));
        box.getStyleClass().add("as-day");
        var things = new FlowPane(12, 4);
        // The longest name is no reason to be wider than the page.
        things.setMinWidth(0);
        things.getChildren()
                .addAll(Stream.of(
                                Stream.of(link(texts.get("as.join"), day.joinUrl())),
                                Stream.of(link(texts.get("materials.slides"), day.presentationUrl())),
                                day.recordings().stream().map(film -> link(film.title(), address(film))),
                                day.resources().stream().map(file -> link(file.title(), file.url())))
                        .flatMap(links -> links)
                        .filter(Objects::nonNull)
                        .toList());
        if (!things.getChildren().isEmpty()) {
            box.getChildren().add(things);
        }
        return box;
    }

    private static String address(DayRecording film) {
        var own = film.streamUrl();
        return own == null ? film.videoUrl() : own;
    }

    private @Nullable Hyperlink link(String words, @Nullable String address) {
        if (address == null) {
            return null;
        }
        var link = Nodes.toldInFull(new Hyperlink(words));
        link.setMinHeight(24);
        link.setMaxWidth(420);
        link.setOnAction(event -> model.open(address));
        return link;
    }

    @FXML
    void read() {
        model.read();
    }

    @FXML
    void now() {
        model.now();
    }

    @FXML
    void back() {
        model.back();
    }

    @Override
    public Parent root() {
        return root;
    }
}
