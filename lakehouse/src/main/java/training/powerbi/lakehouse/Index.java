package training.powerbi.lakehouse;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A secondary look-up kept in memory. Rows whose value is null are left out.
public record Index<R extends Record>(String name, Function<R, @Nullable Object> value) {}
