package training.powerbi.lakehouse.testing.tds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the stand-in says to a question.
public sealed interface TdsAnswer {

    /// The first row's values decide the columns' types: Integer, Long, Double, Boolean, else text.
    record Rows(List<String> names, List<List<@Nullable Object>> rows) implements TdsAnswer {}

    record Failure(int number, String message) implements TdsAnswer {}

    /// Half of the rows, and the line breaks.
    record Torn(Rows whole) implements TdsAnswer {}

    /// None, until the driver gives up.
    record Silence() implements TdsAnswer {}
}
