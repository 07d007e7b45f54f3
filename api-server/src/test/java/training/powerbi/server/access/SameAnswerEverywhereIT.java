package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.access.TwoRuns.MAIN;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.access.TwoRuns.Student;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.GraphQlSocket;

/// For random states: the explanation, the days, the bytes, the course as a trainer sees it, the calendar and what
/// comes over a socket say the same, which is what the table of the design says.
class SameAnswerEverywhereIT {
    private static final String AUTUMN = "autumn";
    private static final int STEPS = 24;

    @TempDir
    private static Path data;

    private final Random random = new Random(20_270_301);

    /// What was done, as the test remembers it.
    private final Map<String, Instant> opensAt = new HashMap<>();

    private final List<Exemption> exceptions = new ArrayList<>();
    private final Map<String, String> cohorts = new HashMap<>();
    private final Map<String, Boolean> unlocked = new HashMap<>();

    private record Exemption(
            String id,
            String student,
            int day,
            boolean open,
            @Nullable Instant until) {}

    @Test
    void whoeverIsAskedTheAnswerIsTheSame() {
        try (var runs = TwoRuns.over(data)) {
            var ana = runs.student("ana", MAIN);
            var ben = runs.student("ben", AUTUMN);
            for (int day : TwoRuns.DAYS) {
                runs.trainer("mutation { scheduleDay(dayNumber: %d, scheduledAt: \"2031-0%d-01T09:00:00Z\") { title } }"
                        .formatted(day, day));
                runs.trainer(
                        "mutation { scheduleDay(dayNumber: %d, scheduledAt: \"2032-0%d-01T09:00:00Z\", cohortId: \"%s\") { title } }"
                                .formatted(day, day, runs.autumn));
            }
            cohorts.put("ana", MAIN);
            cohorts.put("ben", AUTUMN);
            try (var anas = listening(runs, ana);
                    var bens = listening(runs, ben)) {
                for (int step = 0; step < STEPS; step++) {
                    var before = List.of(expected(runs, ana), expected(runs, ben));
                    var what = "step " + step + ": " + change(runs, random.nextBoolean() ? ana : ben);
                    check(runs, ana, what);
                    check(runs, ben, what);
                    hearsNothingClosed(runs, anas, step, before.getFirst(), expected(runs, ana), what);
                    hearsNothingClosed(runs, bens, step, before.getLast(), expected(runs, ben), what);
                }
            }
        }
    }

    private String change(TwoRuns runs, Student student) {
        int day = 1 + random.nextInt(TwoRuns.DAYS.size());
        var cohort = random.nextBoolean() ? MAIN : AUTUMN;
        var key = cohort + day;
        boolean open = isOpen(runs, cohort, day);
        return switch (random.nextInt(9)) {
            case 0, 1 -> {
                // Whether the clock's opening was written down before would be chance.
                if (!open) {
                    runs.unlock(day, cohort);
                    unlocked.put(key, true);
                    opensAt.remove(key);
                }
                yield "unlock " + key;
            }
            case 2 -> {
                runs.lock(day, cohort);
                unlocked.remove(key);
                if (open) {
                    opensAt.remove(key);
                }
                yield "lock " + key;
            }
            case 3, 4 -> {
                if (!open) {
                    runs.openIn(10, day, cohort);
                    opensAt.put(key, runs.clock.instant().plusSeconds(10));
                }
                yield "open " + key + " in 10 s";
            }
            case 5, 6 -> {
                boolean granted = random.nextBoolean();
                Integer seconds = random.nextBoolean() ? 5 + random.nextInt(10) : null;
                // Of two of one moment the id decides, which is chance.
                runs.forward(1);
                var until = seconds == null ? null : runs.clock.instant().plusSeconds(seconds);
                var id = runs.except(student, day, granted, seconds);
                exceptions.add(new Exemption(id, student.name(), day, granted, until));
                yield student.name() + (granted ? " is granted " : " is held back from ") + day + " until " + until;
            }
            case 7 -> {
                if (random.nextBoolean() && !exceptions.isEmpty()) {
                    var gone = exceptions.remove(random.nextInt(exceptions.size()));
                    runs.revoke(gone.id());
                    yield "revoke " + gone;
                }
                runs.move(student, cohort);
                cohorts.put(student.name(), cohort);
                yield student.name() + " moves to " + cohort;
            }
            default -> {
                runs.forward(5);
                yield "five seconds";
            }
        };
    }

    private boolean isOpen(TwoRuns runs, String cohort, int day) {
        var opens = opensAt.get(cohort + day);
        return unlocked.containsKey(cohort + day) || (opens != null && !opens.isAfter(runs.clock.instant()));
    }

    /// The table of the design, row by row.
    private String decides(TwoRuns runs, Student student, int day) {
        Exemption newest = null;
        for (var exception : exceptions) {
            if (exception.student().equals(student.name())
                    && exception.day() == day
                    && (exception.until() == null || exception.until().isAfter(runs.clock.instant()))) {
                newest = exception;
            }
        }
        if (newest != null) {
            return newest.open() ? "GRANTED" : "HELD_BACK";
        }
        var key = cohorts.get(student.name()) + day;
        if (unlocked.containsKey(key)) {
            return "UNLOCKED";
        }
        return isOpen(runs, String.valueOf(cohorts.get(student.name())), day) ? "SCHEDULE" : "LOCKED";
    }

    private static boolean isOpen(String decidedBy) {
        return !decidedBy.equals("LOCKED") && !decidedBy.equals("HELD_BACK");
    }

    private Set<String> expected(TwoRuns runs, Student student) {
        var all = new TreeSet<String>();
        for (int day : TwoRuns.DAYS) {
            if (isOpen(decides(runs, student, day))) {
                all.addAll(TwoRuns.canaries(day, String.valueOf(cohorts.get(student.name()))));
            }
        }
        return all;
    }

    private void check(TwoRuns runs, Student student, String what) {
        var days = runs.portal
                .data(student.token(), "{ trainingDays { " + Crawl.DAY + " } }")
                .path("trainingDays");
        var asTrainer = runs.trainer("{ courseAs(userId: \"" + student.userId() + "\") { " + Crawl.DAY + " } }")
                .path("courseAs");
        assertThat(Crawl.withoutTickets(asTrainer)).as(what).isEqualTo(Crawl.withoutTickets(days));
        var cohort = String.valueOf(cohorts.get(student.name()));
        for (int day : TwoRuns.DAYS) {
            var decided = decides(runs, student, day);
            var explained = runs.trainer("{ explainAccess(userId: \"%s\", dayNumber: %d) { isOpen decidedBy } }"
                            .formatted(student.userId(), day))
                    .path("explainAccess");
            assertThat(explained.path("decidedBy").asString())
                    .as(what + ", " + student.name() + ", day " + day)
                    .isEqualTo(decided);
            assertThat(explained.path("isOpen").asBoolean()).isEqualTo(isOpen(decided));
            assertThat(days.path(day - 1).path("isUnlocked").asBoolean())
                    .as(what + ", " + student.name() + ", day " + day)
                    .isEqualTo(isOpen(decided));
            assertThat(days.path(day - 1).path("cohortId").asString()).isEqualTo(runs.id(cohort));
            bytes(runs, student, day, cohort, isOpen(decided), what);
        }
        var shown = expected(runs, student);
        shown.removeIf(canary -> canary.endsWith("-bytes") || canary.endsWith("-said"));
        assertThat(Crawl.canaries(days.toString()))
                .as(what + ", " + student.name())
                .isEqualTo(shown);
        var address = runs.portal
                .data(student.token(), "{ calendarAddress }")
                .path("calendarAddress")
                .asString();
        var feed = runs.portal.rest("GET", address, null, null).body();
        assertThat(feed)
                .as(what + ", " + student.name())
                .doesNotContain("CNRY")
                .contains(cohort.equals(MAIN) ? "20310101T" : "20320101T")
                .doesNotContain(cohort.equals(MAIN) ? "20320101T" : "20310101T");
    }

    private static void bytes(TwoRuns runs, Student student, int day, String cohort, boolean open, String what) {
        for (var whose : List.of("all", MAIN, AUTUMN)) {
            var id = runs.recordings.get(day + "-" + whose);
            var answer = runs.media.get("/api/v1/videos/" + id, student.token(), "Range", "bytes=0-99");
            boolean theirs = open && (whose.equals("all") || whose.equals(cohort));
            assertThat(MediaCalls.outcome(answer))
                    .as(what + ", " + student.name() + ", " + day + whose)
                    .isEqualTo(theirs ? "206" : "404 RECORDING_NOT_FOUND");
        }
    }

    private static GraphQlSocket listening(TwoRuns runs, Student student) {
        var socket = GraphQlSocket.signedIn(runs.portal.address(), student.token());
        socket.subscribe("days", "subscription { dayChanged { kind cohortId userId day { " + Crawl.DAY + " } } }");
        socket.subscribe("fence", "{ me { userId } }");
        while (!socket.next().toString().contains("\"id\":\"fence\"")) {
            // The subscription is there before the answer to what came after it.
        }
        return socket;
    }

    /// All that came up to a change that everyone hears of.
    private static void hearsNothingClosed(
            TwoRuns runs, GraphQlSocket socket, int step, Set<String> before, Set<String> after, String what) {
        var fence = "Fence " + step + " " + System.identityHashCode(socket);
        runs.trainer("mutation { updateDay(dayNumber: 12, input: {title: \"" + fence + "\"}) { title } }");
        JsonNode frame;
        do {
            frame = socket.next();
            var canaries = Crawl.canaries(frame.toString());
            // What the clock did is told some time later.
            canaries.removeIf(canary -> before.contains(canary) || after.contains(canary));
            assertThat(canaries).as(what + frame).isEmpty();
        } while (!frame.toString().contains(fence));
    }
}
