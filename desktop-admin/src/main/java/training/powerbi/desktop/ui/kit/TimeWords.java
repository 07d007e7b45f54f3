package training.powerbi.desktop.ui.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Supplier;

/// Moments as people say them, in the course's own time zone.
public final class TimeWords {
    private final Texts texts;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final DateTimeFormatter format;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter time;

    /// @param zone of the moment: another cohort may have another one
    public TimeWords(Screen screen, Supplier<ZoneId> zone) {
        this.texts = screen.texts();
        this.clock = screen.clock();
        this.zone = zone;
        this.format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale());
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
        this.weekday = DateTimeFormatter.ofPattern("EEE", texts.locale());
    }

    /// Such as `24 Nov 2026, 20:31`.
    public String exact(Instant at) {
        return format.format(at.atZone(zone()));
    }

    /// Such as `Tue, 24 Nov 2026, 20:31`, for what is planned by weeks.
    public String withWeekday(Instant at) {
        var there = at.atZone(zone());
        return weekday.format(there) + ", " + exact(at);
    }

    /// Such as `20:31`.
    public String timeOfDay(Instant at) {
        return time.format(at.atZone(zone()));
    }

    /// Such as `3 min ago`, and the date when it is more than a day.
    public String ago(Instant at) {
        var passed = Duration.between(at, clock.instant());
        if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.get("time.just-now");
        }
        if (passed.compareTo(Duration.ofHours(1)) < 0) {
            return texts.get("time.minutes-ago", passed.toMinutes());
        }
        return passed.compareTo(Duration.ofDays(1)) < 0 ? texts.get("time.hours-ago", passed.toHours()) : exact(at);
    }

    public ZoneId zone() {
        return zone.get();
    }
}
