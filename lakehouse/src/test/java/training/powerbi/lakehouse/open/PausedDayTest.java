package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.SqlPlace;

/// Days with the capacity on for four hours in the evening, an hour of them in a moment: students read and sign in all
/// day, the trainer works in the evening, and then everything is there.
///
/// `-Pfabric` is the long form.
class PausedDayTest extends PausableStore {
    private static final int DAYS = Integer.getInteger("fabric.days", 1);
    private static final int HOURS = 24;
    private static final int RESTART = 7;
    private static final int ON = 18;
    private static final int OFF = 22;
    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T00:00:00Z");

    private final TestClock clock = new TestClock();
    private final Random random = new Random(5);
    private final Map<String, Long> signedIn = new HashMap<>(Map.of("before", 0L));
    private int written = 1;
    private Instant pausedAt = MIDNIGHT;

    @Test
    void studentsReadAndSignInAllDayAndInTheEveningEverythingIsThere() throws IOException {
        clock.now = MIDNIGHT;
        restart();
        pauseNow();
        for (var day = 0; day < DAYS; day++) {
            for (var hour = 0; hour < HOURS; hour++) {
                clock.now = MIDNIGHT.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                if (hour == RESTART) {
                    restart();
                }
                if (hour == ON) {
                    resume();
                }
                if (hour == OFF) {
                    delivered();
                    pauseNow();
                }
                anHour(day, hour);
            }
        }
    }

    private void restart() throws IOException {
        store.close();
        open(SqlPlace.API, clock);
    }

    private void pauseNow() {
        pause(List.of("deny", "busy", "missing").get(random.nextInt(3)));
        pausedAt = clock.now;
    }

    private void anHour(int day, int hour) {
        assertThat(remarks.snapshot().size()).as("read at %d", hour).isEqualTo(written);
        signIn("student-" + day + "-" + hour);
        signIn(signedIn.keySet().iterator().next());
        assertThat(seen()).as("seen at %d", hour).isEqualTo(signedIn);
        if (hour >= ON && hour < OFF) {
            remarks.append(List.of(new Remark("remark-" + day + "-" + hour, "by the trainer")));
            written++;
        } else {
            refused();
            // As of some moment of the evening, or of the pause itself: looks take their time.
            var age = Duration.between(pausedAt, clock.now);
            var evening = Duration.ofHours(pausedAt.equals(MIDNIGHT) ? 0 : OFF - ON);
            assertThat(store.staleness())
                    .hasValueSatisfying(stale -> assertThat(stale.age()).isBetween(age, age.plus(evening)));
        }
    }

    /// For the first time, or again, as a refresh does.
    private void signIn(String student) {
        var row = Progress.of(student, 1);
        var times = signedIn.getOrDefault(student, -1L) + 1;
        sessions.append(List.of(times == 0 ? row : row.withRevision(times)));
        signedIn.put(student, times);
    }

    private Map<String, Long> seen() {
        return byStudent(sessions.snapshot().rows().toList());
    }

    private static Map<String, Long> byStudent(List<Progress> rows) {
        return rows.stream().collect(Collectors.toMap(Progress::userId, Progress::revision));
    }

    private void delivered() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(byStudent(stored(SESSIONS).rows().toList())).isEqualTo(signedIn));
        assertThat(stored(REMARKS).size()).isEqualTo(written);
    }
}
