package training.powerbi.desktop.ui.kit;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.LockState;

/// Whether the class sees a day, in words, with the switch for it. It shows what the portal said, whatever the hand
/// did.
public final class OpenSwitch extends HBox {
    private final Texts texts;
    private final Consumer<DayState> asked;
    private final Label state = new Label();
    private final ProgressIndicator waiting = new ProgressIndicator();
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final BooleanProperty pending = new SimpleBooleanProperty();
    private Subscription following = Subscription.EMPTY;

    /// @param asked told of the hand's wish for the other state
    public OpenSwitch(Texts texts, Consumer<DayState> asked) {
        this.texts = texts;
        this.asked = asked;
        state.getStyleClass().add("lock-text");
        state.setMinWidth(Region.USE_PREF_SIZE);
        waiting.setPrefSize(16, 16);
        waiting.setMinSize(16, 16);
        Nodes.shownWhen(waiting, pending);
        Nodes.restsWhile(toggle, pending);
        // The library's switch takes the focus but no keys.
        toggle.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.SPACE || press.getCode() == KeyCode.ENTER) {
                toggle.fire();
                press.consume();
            }
        });
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("open-switch");
        getChildren().addAll(state, waiting, Nodes.spacer(), toggle);
    }

    /// Follows a day from now on, and no other.
    public void show(DayState day) {
        following.unsubscribe();
        toggle.setAccessibleText(texts.get("card.toggle", day.number()));
        toggle.setSelected(day.lock().isOpen());
        following = Subscription.combine(
                day.lockProperty().subscribe(this::say),
                toggle.selectedProperty().subscribe((before, now) -> {
                    if (now != day.lock().isOpen()) {
                        asked.accept(day);
                        toggle.setSelected(day.lock().isOpen());
                    }
                }));
    }

    private void say(LockState lock) {
        state.setText(texts.get("lock." + lock.name()));
        pending.set(lock.isPending());
        toggle.setSelected(lock.isOpen());
    }
}
