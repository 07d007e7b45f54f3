package training.powerbi.desktop.ui.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// One calendar month with the days on their dates. A day is dragged to another date, or moved with Alt and arrows.
final class MonthView implements View {
    private static final double LEAST_WEEK = 64;
    private static final double DATE_HEIGHT = 36;
    private static final double CHIP_HEIGHT = 30;

    private final CalendarViewModel model;
    private final Texts texts;
    private final WeekFields week;
    private final ObjectProperty<YearMonth> month;
    private final GridPane grid = new GridPane();
    private final FlowPane open = new FlowPane(8, 8);
    private final Map<Integer, Button> chips = new HashMap<>();
    private final ScrollPane root;
    private List<Shown> drawn = List.of();
    private Subscription watching = Subscription.EMPTY;
    private boolean due;

    /// What is to be seen of a day.
    private record Shown(
            int number,
            String title,
            boolean open,
            @Nullable LocalDate date,
            @Nullable LocalDate opensOn,
            String opensAt) {}

    MonthView(CalendarViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.week = WeekFields.of(texts.locale());
        this.month = new SimpleObjectProperty<>(YearMonth.from(model.today()));

        var name = Nodes.label("", "title-4");
        name.setMinWidth(160);
        name.textProperty().bind(month.map(DateTimeFormatter.ofPattern("LLLL yyyy", texts.locale())::format));
        var head = new HBox(
                8,
                Nodes.iconButton(Feather.CHEVRON_LEFT, texts.get("month.before"), () -> turn(-1)),
                name,
                Nodes.iconButton(Feather.CHEVRON_RIGHT, texts.get("month.after"), () -> turn(1)),
                Nodes.button(texts.get("month.today"), () -> month.set(YearMonth.from(model.today())), "flat"));
        head.setAlignment(Pos.CENTER_LEFT);

        grid.getStyleClass().add("month");
        IntStream.range(0, 7).forEach(column -> {
            var equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / 7);
            grid.getColumnConstraints().add(equal);
        });
        VBox.setVgrow(grid, Priority.ALWAYS);
        accept(open, null);
        var undated = new VBox(12, Nodes.label(texts.get("month.no-date"), "quiet"), open);
        Nodes.shownWhen(undated, Bindings.isNotEmpty(open.getChildren()));
        root = new ScrollPane(new VBox(12, head, grid, undated));
        root.getStyleClass().add("edge-to-edge");
        root.setFitToWidth(true);
        root.setFitToHeight(true);

        model.days().addListener((ListChangeListener<DayState>) change -> watch());
        month.addListener(change -> draw());
        root.visibleProperty().addListener(change -> drawIfSeen());
        watch();
        draw();
    }

    private void watch() {
        watching.unsubscribe();
        watching = Subscription.combine(model.days().stream()
                .map(day -> day.dayProperty().subscribe(this::drawSoon))
                .toArray(Subscription[]::new));
        model.days().stream()
                .map(model::dateOf)
                .filter(date -> date != null && !date.isBefore(model.today()))
                .findFirst()
                .ifPresent(date -> month.set(YearMonth.from(date)));
        drawSoon();
    }

    /// Once, however many days change at a time, and only where somebody looks.
    private void drawSoon() {
        if (!due) {
            due = true;
            Platform.runLater(this::drawIfSeen);
        }
    }

    private void drawIfSeen() {
        if (due && root.isVisible()) {
            due = false;
            if (!drawn.equals(shown())) {
                draw();
            }
        }
    }

    private List<Shown> shown() {
        return model.days().stream()
                .map(day -> new Shown(
                        day.number(),
                        day.day().title(),
                        day.lock().isOpen(),
                        model.dateOf(day),
                        model.opensOn(day),
                        model.opensTime(day)))
                .toList();
    }

    private void turn(int months) {
        month.set(month.get().plusMonths(months));
    }

    private void draw() {
        drawn = shown();
        var focused = chips.values().stream().filter(Button::isFocused).findFirst();
        chips.clear();
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        for (var column = 0; column < 7; column++) {
            var name = week.getFirstDayOfWeek().plus(column);
            grid.add(Nodes.label(name.getDisplayName(TextStyle.SHORT, texts.locale()), "quiet", "weekday"), column, 0);
        }
        grid.getRowConstraints().add(new RowConstraints());
        var first = month.get().atDay(1).with(week.dayOfWeek(), 1);
        var weeks =
                (int) Math.ceilDiv(ChronoUnit.DAYS.between(first, month.get().atEndOfMonth()) + 1, 7);
        for (var at = 0; at < weeks * 7; at++) {
            grid.add(cell(first.plusDays(at)), at % 7, 1 + at / 7);
        }
        for (var row = 0; row < weeks; row++) {
            var equal = new RowConstraints();
            equal.setVgrow(Priority.ALWAYS);
            equal.setMinHeight(heightFor(first.plusWeeks(row)));
            grid.getRowConstraints().add(equal);
        }
        open.getChildren()
                .setAll(model.days().stream()
                        .filter(day -> model.dateOf(day) == null)
                        .map(this::chip)
                        .toList());
        focused.map(chip -> chips.get((Integer) chip.getUserData())).ifPresent(Button::requestFocus);
    }

    /// What the fullest date of a week needs, so that no chip lies over the next week.
    private double heightFor(LocalDate first) {
        var most = IntStream.range(0, 7)
                .map(day -> model.days().stream()
                        .mapToInt(each -> on(first.plusDays(day), each))
                        .sum())
                .max()
                .orElse(0);
        return Math.max(LEAST_WEEK, DATE_HEIGHT + most * CHIP_HEIGHT);
    }

    /// How many lines of a date are a day's: its session and its opening.
    private int on(LocalDate date, DayState day) {
        return (date.equals(model.dateOf(day)) ? 1 : 0) + (date.equals(model.opensOn(day)) ? 1 : 0);
    }

    private Label opening(DayState day) {
        var label = Nodes.label(texts.get("month.opens.short", day.number(), model.opensTime(day)), "opens");
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setTooltip(new Tooltip(texts.get("month.opens", day.number(), model.opensTime(day))));
        label.setAccessibleText(label.getTooltip().getText());
        label.setGraphic(new Icon(Feather.CLOCK));
        return label;
    }

    private VBox cell(LocalDate date) {
        var cell = new VBox(4, Nodes.label(Integer.toString(date.getDayOfMonth()), "quiet", "date"));
        cell.getStyleClass().add("cell");
        if (!YearMonth.from(date).equals(month.get())) {
            cell.getStyleClass().add("outside");
        }
        if (date.equals(model.today())) {
            cell.getStyleClass().add("today");
        }
        model.days().stream()
                .filter(day -> date.equals(model.dateOf(day)))
                .map(this::chip)
                .forEach(cell.getChildren()::add);
        model.days().stream()
                .filter(day -> date.equals(model.opensOn(day)))
                .map(this::opening)
                .forEach(cell.getChildren()::add);
        accept(cell, date);
        return cell;
    }

    private Button chip(DayState day) {
        var name = texts.get("month.chip", day.number(), day.day().title());
        var chip = Nodes.button(name, () -> model.choose(day));
        chip.setTooltip(new Tooltip(name));
        chip.setUserData(day.number());
        chips.put(day.number(), chip);
        chip.getStyleClass().add(day.lock().isOpen() ? "chip-open" : "chip-locked");
        chip.getStyleClass().add("chip");
        chip.setMinWidth(0);
        chip.setMaxWidth(Double.MAX_VALUE);
        chip.setOnDragDetected(drag -> {
            Dragboard board = chip.startDragAndDrop(TransferMode.MOVE);
            var content = new ClipboardContent();
            content.putString(Integer.toString(day.number()));
            board.setContent(content);
            drag.consume();
        });
        chip.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            var step = Map.of("LEFT", -1, "RIGHT", 1, "UP", -7, "DOWN", 7)
                    .get(press.getCode().name());
            if (press.isAltDown() && step != null) {
                var from = model.dateOf(day);
                model.move(day, (from == null ? model.today() : from).plusDays(step));
                press.consume();
            }
        });
        return chip;
    }

    private void accept(javafx.scene.layout.Pane target, @Nullable LocalDate date) {
        target.setOnDragOver(drag -> {
            if (drag.getDragboard().hasString()) {
                drag.acceptTransferModes(TransferMode.MOVE);
            }
            drag.consume();
        });
        target.setOnDragDropped(drag -> {
            var number = drag.getDragboard().getString();
            model.days().stream()
                    .filter(day -> Integer.toString(day.number()).equals(number))
                    .findFirst()
                    .ifPresent(day -> {
                        if (date == null) {
                            model.unschedule(day);
                        } else {
                            model.move(day, date);
                        }
                    });
            drag.setDropCompleted(true);
            drag.consume();
        });
    }

    @Override
    public Parent root() {
        return root;
    }
}
