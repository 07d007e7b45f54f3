package training.powerbi.lakehouse.backup;

import java.util.Locale;

/// Sizes as people read them.
final class Bytes {
    private static final double STEP = 1_000;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Bytes() {}

    static String text(long bytes) {
        if (bytes < STEP) {
            return bytes + " bytes";
        }
        var value = bytes / STEP;
        var unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
