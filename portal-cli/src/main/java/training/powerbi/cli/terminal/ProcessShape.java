package training.powerbi.cli.terminal;

/// Finds out what the streams of this process lead to. Java knows of input and output together only, so the script
/// that starts the program looks and tells.
final class ProcessShape {
    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 40;

    private ProcessShape() {}

    static Terminal.Shape find() {
        var out = isShown("portal.terminal.out");
        var noColour = System.getenv("NO_COLOR");
        var plain = "dumb".equals(System.getenv("TERM")) || (noColour != null && !noColour.isEmpty());
        return new Terminal.Shape(out, isShown("portal.terminal.err"), columns(), out && !plain);
    }

    private static boolean isShown(String property) {
        var told = System.getProperty(property);
        if (told != null) {
            return told.equals("true");
        }
        return ConsoleQuestions.find().isPresent();
    }

    private static int columns() {
        var told = System.getProperty("portal.terminal.columns", "");
        return told.matches("\\d{1,4}") ? Math.max(LEAST_COLUMNS, Integer.parseInt(told)) : USUAL_COLUMNS;
    }
}
