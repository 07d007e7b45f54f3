package training.powerbi.lakehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a question to the SQL endpoint brought.
///
/// @param rows values as text, in the columns' order; null where the table has none
/// @param truncated whether there are more rows than these
public record SqlAnswer(List<String> columns, List<List<@Nullable String>> rows, boolean truncated) {}
