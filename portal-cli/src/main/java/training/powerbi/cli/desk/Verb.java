package training.powerbi.cli.desk;

import java.util.List;
import java.util.function.Supplier;

/// A command by its names, made only when it is asked for: to read what all of them say of themselves takes longer than
/// most of them.
///
/// @param names the usual one first
public record Verb(List<String> names, Supplier<Object> command) {

    public static Verb of(String name, Supplier<Object> command) {
        return new Verb(List.of(name), command);
    }

    /// A command with another name, that of older scripts.
    public static Verb of(String name, String other, Supplier<Object> command) {
        return new Verb(List.of(name, other), command);
    }
}
