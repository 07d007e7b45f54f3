package training.powerbi.desktop.ui.day;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.state.DayState;

/// The day that is looked at, and what is done with it as a whole.
///
/// @param day null when none is
/// @param toggle opens it to the class, or locks it
/// @param close leaves it
/// @param history shows all that was done to a day, by its number
public record ChosenDay(
        ReadOnlyObjectProperty<@Nullable DayState> day,
        Consumer<DayState> toggle,
        Runnable close,
        Consumer<Integer> history) {}
