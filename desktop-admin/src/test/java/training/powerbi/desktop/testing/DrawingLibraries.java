package training.powerbi.desktop.testing;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks for JavaFX's libraries before its toolkit starts, as a missing one can end the whole virtual machine.
final class DrawingLibraries implements ExecutionCondition {
    /// By the package of Debian they come in.
    private static final Map<String, String> LIBRARIES = Map.of(
            "libfreetype6", "libfreetype.so.6",
            "libfontconfig1", "libfontconfig.so.1",
            "libpangoft2-1.0-0", "libpangoft2-1.0.so.0",
            "libasound2", "libasound.so.2");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return ConditionEvaluationResult.enabled("only Linux leaves them to others");
        }
        var missing = new TreeSet<String>();
        LIBRARIES.forEach((name, library) -> {
            if (!loads(library)) {
                missing.add(name);
            }
        });
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("all there")
                : ConditionEvaluationResult.disabled("JavaFX needs more to draw. On Debian: apt-get install "
                        + String.join(" ", missing) + " fonts-dejavu-core");
    }

    @SuppressWarnings("restricted") // Opens a library and calls nothing in it, as JavaFX is about to do itself.
    private static boolean loads(String library) {
        try (var arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena).find("").isEmpty();
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
