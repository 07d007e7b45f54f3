package training.powerbi.desktop.ui.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// First day, time, weekdays and dates left out.
public final class PlanForm implements View {
    private final PlanDraft draft;
    private final Texts texts;
    private final Parent root;

    @FXML
    private DatePicker date;

    @FXML
    private TextField time;

    @FXML
    private HBox weekdays;

    @FXML
    private DatePicker skip;

    @FXML
    private FlowPane skipped;

    public PlanForm(PlanDraft draft, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        root = Fxml.load(this, texts);
        date.valueProperty().bindBidirectional(draft.start());
        time.textProperty().bindBidirectional(draft.time());
        var first = WeekFields.of(texts.locale()).getFirstDayOfWeek();
        for (var at = 0; at < 7; at++) {
            weekdays.getChildren().add(weekday(first.plus(at), at));
        }
        skip.valueProperty().addListener((value, before, chosen) -> {
            if (chosen != null) {
                draft.leaveOut(chosen);
                // The picker is still busy with its own change.
                Platform.runLater(() -> skip.setValue(null));
            }
        });
        draft.skip().addListener((ListChangeListener<LocalDate>) change -> showSkipped());
        showSkipped();
    }

    private ToggleButton weekday(DayOfWeek day, int at) {
        var name = day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
        var button = new ToggleButton(day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale()));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.getStyleClass().add(at == 0 ? "left-pill" : at == 6 ? "right-pill" : "center-pill");
        button.setSelected(draft.weekdays().contains(day));
        button.selectedProperty().addListener((value, before, on) -> {
            if (on) {
                draft.weekdays().add(day);
            } else {
                draft.weekdays().remove(day);
            }
        });
        return button;
    }

    private void showSkipped() {
        skipped.getChildren()
                .setAll(draft.skip().stream().map(this::skippedDate).toList());
    }

    private Button skippedDate(LocalDate left) {
        var words = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(left);
        var button = Buttons.of(words, Feather.X, () -> draft.skip().remove(left));
        button.setAccessibleText(texts.get("schedule.skip.back", words));
        return button;
    }

    @Override
    public Parent root() {
        return root;
    }
}
