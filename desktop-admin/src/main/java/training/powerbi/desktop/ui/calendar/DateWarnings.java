package training.powerbi.desktop.ui.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.kit.Screen;

/// What is odd about dates, though the portal takes them: dates gone by, two days at once, days out of their order.
final class DateWarnings {
    private final Screen screen;
    private final Supplier<ZoneId> zone;

    /// @param zone in which days begin and end
    DateWarnings(Screen screen, Supplier<ZoneId> zone) {
        this.screen = screen;
        this.zone = zone;
    }

    private record Dated(int number, Instant at) {}

    /// Of a plan, one sentence each.
    List<String> of(List<PlannedDay> plan) {
        var days = plan.stream()
                .map(day -> new Dated(day.dayNumber(), day.scheduledAt()))
                .toList();
        return warn(days, null);
    }

    /// Of one day among the others.
    List<String> about(int number, List<DayState> course) {
        List<Dated> days = new ArrayList<>();
        for (var day : course) {
            var at = day.day().scheduledAt();
            if (at != null) {
                days.add(new Dated(day.number(), at));
            }
        }
        return warn(days, number);
    }

    private List<String> warn(List<Dated> days, @Nullable Integer only) {
        List<String> said = new ArrayList<>();
        var now = screen.clock().instant();
        var gone = days.stream()
                .filter(day -> concerns(only, day))
                .filter(day -> day.at().isBefore(now))
                .toList();
        if (!gone.isEmpty()) {
            said.add(text("past", gone.size(), gone.getFirst().number()));
        }
        var ordered =
                days.stream().sorted(Comparator.comparingInt(Dated::number)).toList();
        for (var first = 0; first < ordered.size(); first++) {
            for (var second = first + 1; second < ordered.size(); second++) {
                pair(ordered.get(first), ordered.get(second), only, said);
            }
        }
        return List.copyOf(said);
    }

    private void pair(Dated earlier, Dated later, @Nullable Integer only, List<String> said) {
        if (!concerns(only, earlier) && !concerns(only, later)) {
            return;
        }
        if (dateOf(earlier).equals(dateOf(later))) {
            said.add(text("clash", earlier.number(), later.number()));
        } else if (later.at().isBefore(earlier.at())) {
            said.add(text("order", earlier.number(), later.number()));
        }
    }

    private LocalDate dateOf(Dated day) {
        return day.at().atZone(zone.get()).toLocalDate();
    }

    private static boolean concerns(@Nullable Integer only, Dated day) {
        return only == null || only == day.number();
    }

    private String text(String key, Object... values) {
        return screen.texts().get("schedule.warning." + key, values);
    }
}
