package training.powerbi.desktop.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.Person;
import training.powerbi.client.PersonAccount;
import training.powerbi.model.Caption;
import training.powerbi.model.Resource;
import training.powerbi.model.Role;
import training.powerbi.model.VideoPlatform;

/// A course as a trainer may have it.
public final class Samples {
    public static final Instant MORNING = Instant.parse("2026-11-24T09:30:00Z");
    public static final Person ANA = new Person("u-ana", "ana@example.org", "Ana Nováková");

    /// Students, three of whom have begun nothing.
    public static final int CLASS = 26;

    private static final List<String> TITLES = List.of(
            "Getting started with Power BI",
            "Connecting to data",
            "Shaping data with Power Query",
            "The data model",
            "Relationships and filters",
            "First steps in DAX",
            "Time intelligence",
            "Visuals that answer questions",
            "Reports people read",
            "Sharing and workspaces",
            "Row-level security",
            "From report to production");

    private Samples() {}

    public static CourseDay day(int number) {
        return new CourseDay(
                number,
                TITLES.get(number - 1),
                "What we do on day " + number + ".",
                number <= 7,
                number <= 7 ? MORNING : null,
                number <= 7 ? ANA : null,
                null,
                null,
                null,
                null,
                MORNING,
                1,
                number,
                List.of(),
                List.of(),
                List.of(),
                Course.MAIN,
                null,
                120,
                null,
                1);
    }

    /// The day as another run of the course has it.
    public static CourseDay in(CourseDay day, String cohortId) {
        return withClock(day, cohortId, day.opensAt());
    }

    /// The day with the clock to open it.
    public static CourseDay opening(CourseDay day, @Nullable Instant opensAt) {
        return withClock(day, day.cohortId(), opensAt);
    }

    private static CourseDay withClock(CourseDay day, String cohortId, @Nullable Instant opensAt) {
        return new CourseDay(
                day.dayNumber(),
                day.title(),
                day.description(),
                day.isUnlocked(),
                day.unlockedAt(),
                day.unlockedBy(),
                day.scheduledAt(),
                day.presentationUrl(),
                day.presentationName(),
                day.resourcesUrl(),
                day.updatedAt(),
                day.editVersion() + 1,
                day.revision() + 100,
                day.recordings(),
                day.removedRecordings(),
                day.resources(),
                cohortId,
                opensAt,
                day.sessionMinutes(),
                day.joinUrl(),
                day.contentEditVersion());
    }

    /// A run of the course, in Prague.
    public static Course.Cohort cohort(String id, String name) {
        return new Course.Cohort(id, name, "Europe/Prague", "2027-03-01", false, 14, MORNING);
    }

    /// The day after it was opened or closed.
    public static CourseDay open(CourseDay day, boolean unlocked) {
        return changed(day, day.title(), day.description(), unlocked, day.scheduledAt());
    }

    /// The day with its session at another time.
    public static CourseDay at(CourseDay day, @Nullable Instant scheduled) {
        return changed(day, day.title(), day.description(), day.isUnlocked(), scheduled);
    }

    public static CourseDay withWords(CourseDay day, String title, String description) {
        return changed(day, title, description, day.isUnlocked(), day.scheduledAt());
    }

    /// As after a change of something that is not shown here, such as the lock.
    public static CourseDay touched(CourseDay day) {
        return changed(day, day.title(), day.description(), day.isUnlocked(), day.scheduledAt());
    }

    private static CourseDay changed(
            CourseDay day, String title, String description, boolean unlocked, @Nullable Instant scheduled) {
        return new CourseDay(
                day.dayNumber(),
                title,
                description,
                unlocked,
                unlocked ? MORNING : null,
                unlocked ? ANA : null,
                scheduled,
                day.presentationUrl(),
                day.presentationName(),
                day.resourcesUrl(),
                day.updatedAt(),
                day.editVersion() + 1,
                day.revision() + 100,
                day.recordings(),
                day.removedRecordings(),
                day.resources(),
                day.cohortId(),
                day.opensAt(),
                day.sessionMinutes(),
                day.joinUrl(),
                day.contentEditVersion() + 1);
    }

    /// The day with a name for its slides.
    public static CourseDay named(CourseDay day, String slides) {
        return new CourseDay(
                day.dayNumber(),
                day.title(),
                day.description(),
                day.isUnlocked(),
                day.unlockedAt(),
                day.unlockedBy(),
                day.scheduledAt(),
                "/api/v1/materials/t/slides",
                slides,
                day.resourcesUrl(),
                day.updatedAt(),
                day.editVersion(),
                day.revision() + 100,
                day.recordings(),
                day.removedRecordings(),
                day.resources(),
                day.cohortId(),
                day.opensAt(),
                day.sessionMinutes(),
                day.joinUrl(),
                day.contentEditVersion());
    }

    public static CourseDay with(
            CourseDay day,
            @Nullable String presentation,
            List<DayRecording> recordings,
            List<DayRecording> removed,
            List<Resource> resources) {
        return new CourseDay(
                day.dayNumber(),
                day.title(),
                day.description(),
                day.isUnlocked(),
                day.unlockedAt(),
                day.unlockedBy(),
                day.scheduledAt(),
                presentation,
                day.presentationName(),
                day.resourcesUrl(),
                day.updatedAt(),
                day.editVersion(),
                day.revision() + 100,
                recordings,
                removed,
                resources,
                day.cohortId(),
                day.opensAt(),
                day.sessionMinutes(),
                day.joinUrl(),
                day.contentEditVersion());
    }

    public static DayRecording recording(String id, int dayNumber, String title, VideoPlatform platform) {
        var number = Math.floorMod(id.hashCode(), 90);
        return new DayRecording(
                id,
                dayNumber,
                title,
                platform,
                switch (platform) {
                    case YOUTUBE -> "https://www.youtube.com/watch?v=abc" + id;
                    case VIMEO -> "https://vimeo.com/" + number;
                    case DIRECT -> "https://videos.example.org/" + id + ".mp4";
                    case UPLOAD -> "https://portal.example.org/#day" + dayNumber;
                },
                switch (platform) {
                    case YOUTUBE -> "https://www.youtube-nocookie.com/embed/abc" + id;
                    case VIMEO -> "https://player.vimeo.com/video/" + number;
                    case DIRECT, UPLOAD -> null;
                },
                platform == VideoPlatform.UPLOAD ? "/api/v1/videos/ticket/" + id + ".mp4" : null,
                3600 + number * 60,
                MORNING.plusSeconds(number),
                ANA,
                number,
                true,
                1,
                7,
                platform == VideoPlatform.UPLOAD
                        ? List.of(new Caption("en", "English", "/c/en"), new Caption("pt-BR", "Português", "/c/pt"))
                        : List.of(),
                null);
    }

    /// Twelve days, empty.
    public static Course course() {
        return new Course(IntStream.rangeClosed(1, 12).mapToObj(Samples::day).toList(), List.of(), 0);
    }

    /// Twelve days with forty recordings, slides, files, and a class on its way.
    public static Course fullCourse() {
        List<CourseDay> days = new ArrayList<>();
        List<Course.DayProgress> progress = new ArrayList<>();
        var platforms = VideoPlatform.values();
        for (var number = 1; number <= 12; number++) {
            var day = number;
            var count = day <= 4 ? 4 : 3;
            var recordings = IntStream.range(0, count)
                    .mapToObj(each -> recording(
                            "r" + day + "-" + each,
                            day,
                            TITLES.get(day - 1) + ", part " + (each + 1),
                            platforms[(day + each) % platforms.length]))
                    .toList();
            var removed = List.of(recording("x" + day, day, TITLES.get(day - 1) + ", first try", VideoPlatform.UPLOAD));
            var resources = List.of(
                    new Resource(
                            "f" + day,
                            day,
                            "sales.csv",
                            "/api/v1/materials/t/sales.csv",
                            "text/csv",
                            48_200,
                            MORNING,
                            1),
                    new Resource(
                            "g" + day,
                            day,
                            "model.pbix",
                            "/api/v1/materials/t/m.pbix",
                            "application/octet-stream",
                            12_400_000,
                            MORNING,
                            1),
                    new Resource("l" + day, day, "DAX guide", "https://dax.guide", "text/html", 0, MORNING, 1));
            days.add(with(day(day), "/api/v1/materials/t/index.html", recordings, removed, resources));
            progress.add(new Course.DayProgress(day, Math.max(0, 26 - day * 3), Math.max(0, 22 - day * 4)));
        }
        return new Course(days, progress, CLASS);
    }

    public static List<PersonAccount> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new PersonAccount(
                        "u" + number,
                        "student" + number + "@example.org",
                        number % 5 == 4 ? null : "Student Number " + number,
                        number == 1 ? Role.ADMIN : Role.STUDENT,
                        number % 7 != 6,
                        MORNING.minusSeconds(86_400L * number),
                        number % 3 == 2 ? null : MORNING.minusSeconds(number * 1700L),
                        null))
                .toList();
    }

    public static List<AuditEntry> audit(int count) {
        var types = List.of("unlock_day", "update_day", "upload_recording", "set_user_role", "lock_day");
        return IntStream.range(0, count)
                .mapToObj(number -> new AuditEntry(
                        "a" + number,
                        number % 11 == 10 ? null : ANA,
                        number % 11 == 10 ? "" : "u-ana",
                        types.get(number % types.size()),
                        number % 5 == 3 ? null : number % 12 + 1,
                        metadata(types.get(number % types.size())),
                        MORNING.minusSeconds(number * 97L)))
                .toList();
    }

    private static String metadata(String type) {
        return switch (type) {
            case "update_day" -> """
                {"before":{"title":"Connecting to data","description":"Old words about files and databases."},
                 "after":{"title":"Connecting to your data","description":"Old words about files and databases."}}""";
            case "upload_recording" -> """
                {"subject":"r1-0","before":{},"after":{"title":"Part 1","platform":"YOUTUBE","duration":"PT1H2M"}}""";
            case "set_user_role" ->
                "{\"subject\":\"u4\",\"before\":{\"role\":\"student\"},\"after\":{\"role\":\"admin\"}}";
            default ->
                "{\"before\":{\"isUnlocked\":false,\"unlockedAt\":null},"
                        + "\"after\":{\"isUnlocked\":true,\"unlockedAt\":\"2026-11-24T09:30:00Z\"}}";
        };
    }
}
