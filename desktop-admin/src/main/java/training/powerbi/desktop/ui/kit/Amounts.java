package training.powerbi.desktop.ui.kit;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/// Sizes and lengths as people read them, in the program's language.
public final class Amounts {
    private static final double STEP = 1000;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private final Texts texts;

    public Amounts(Texts texts) {
        this.texts = texts;
    }

    /// Such as `1.4 GB`, counted as disks are sold.
    public String bytes(long count) {
        var amount = (double) count;
        var unit = 0;
        while (amount >= STEP && unit < 4) {
            amount /= STEP;
            unit++;
        }
        var digits = NumberFormat.getNumberInstance(texts.locale());
        digits.setMaximumFractionDigits(unit > 0 && amount < 100 ? 1 : 0);
        return texts.get("amount.bytes." + unit, digits.format(amount));
    }

    /// Such as `1:02:03`, which is also how it may be typed.
    public static String length(int seconds) {
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    }

    /// Such as `3 min`; rough, as it is for a guess.
    public String about(Duration time) {
        var seconds = Math.max(1, time.toSeconds());
        if (seconds < MINUTE) {
            return texts.get("amount.seconds", seconds);
        }
        var minutes = (seconds + MINUTE / 2) / MINUTE;
        return minutes < MINUTE
                ? texts.get("amount.minutes", minutes)
                : texts.get("amount.hours", minutes / MINUTE, minutes % MINUTE);
    }

    public String percent(double ofHundred) {
        return NumberFormat.getPercentInstance(texts.locale()).format(ofHundred / 100);
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(number);
    }
}
