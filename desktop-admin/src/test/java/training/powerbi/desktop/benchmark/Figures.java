package training.powerbi.desktop.benchmark;

import java.util.List;
import java.util.Locale;

/// Milliseconds that were measured, in order of size.
record Figures(List<Double> sorted) {

    static Figures of(List<Double> milliseconds) {
        return new Figures(milliseconds.stream().sorted().toList());
    }

    /// The value below which a share of all lies.
    double at(double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    long above(double limit) {
        return sorted.stream().filter(each -> each > limit).count();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f, p99 %.1f, max %.1f ms", at(0.5), at(0.99), at(1));
    }
}
