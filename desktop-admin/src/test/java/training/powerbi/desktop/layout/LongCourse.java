package training.powerbi.desktop.layout;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.Person;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.client.report.LakehouseReport;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.Resource;
import training.powerbi.model.Role;
import training.powerbi.model.VideoPlatform;

/// A course whose every text is as long as the portal takes it: 200 characters, in words and in one piece.
final class LongCourse {
    static final String WORDS =
            "Modelling relationships, measures and calculation groups for reports that people read, "
                    .repeat(3)
                    .substring(0, 200);
    static final String ONE_WORD = "Wertschöpfungskettenmodellierung".repeat(7).substring(0, 200);
    static final String WIDE = "数据建模与关系和度量值".repeat(19).substring(0, 200);
    private static final List<String> TITLES = List.of(WORDS, ONE_WORD, WIDE);

    private LongCourse() {}

    static String title(int number) {
        return TITLES.get(number % TITLES.size());
    }

    static Desk desk() {
        var desk = Desk.atOnce();
        var days = IntStream.rangeClosed(1, 12).mapToObj(LongCourse::day).toList();
        var progress = days.stream()
                .map(day -> new Course.DayProgress(day.dayNumber(), 12_345, 11_234))
                .toList();
        desk.portal.course = new Course(days, progress, 12_345);
        desk.portal.people = IntStream.range(0, 30).mapToObj(LongCourse::person).toList();
        desk.portal.add(Samples.cohort("c2", WORDS.substring(0, 100)));
        desk.portal.cohorts = List.of(
                Samples.cohort(Course.MAIN, ONE_WORD.substring(0, 100)), Samples.cohort("c2", WORDS.substring(0, 100)));
        desk.portal.access.grantAccess("u0", 2, true, ONE_WORD, Samples.MORNING.plus(Duration.ofDays(30)));
        desk.portal.access.grantAccess("u0", 9, false, WORDS, null);
        desk.portal.audit = IntStream.range(0, 40).mapToObj(LongCourse::entry).toList();
        return desk;
    }

    private static CourseDay day(int number) {
        var day = Samples.withWords(Samples.day(number), title(number), (title(number) + "\n").repeat(8));
        var dated = Samples.at(day, Samples.MORNING.plus(Duration.ofDays(number / 3)));
        var clocked = number > 7 ? Samples.opening(dated, Samples.MORNING.plus(Duration.ofDays(number / 2))) : dated;
        var recordings = IntStream.range(0, 4)
                .mapToObj(each -> recording("r" + number + '-' + each, number, each))
                .toList();
        var file = new Resource(
                "f" + number,
                number,
                ONE_WORD + ".pbix",
                "/f",
                "application/octet-stream",
                999_999_999,
                Samples.MORNING,
                1);
        var link = new Resource("l" + number, number, WORDS, "https://dax.guide", "text/html", 0, Samples.MORNING, 1);
        var slides = number % 2 == 0 ? "https://slides.example.org/" + ONE_WORD : "/api/v1/materials/t/" + ONE_WORD;
        return Samples.with(
                clocked, slides, recordings, List.of(recording("x" + number, number, 1)), List.of(file, link));
    }

    private static DayRecording recording(String id, int day, int number) {
        var platforms = VideoPlatform.values();
        return Samples.recording(id, day, title(number), platforms[number % platforms.length]);
    }

    private static PersonAccount person(int number) {
        return new PersonAccount(
                "u" + number,
                "w".repeat(64) + number + "@" + "example.".repeat(20) + "org",
                number % 4 == 3 ? null : title(number).substring(0, 100),
                number % 3 == 1 ? Role.ADMIN : Role.STUDENT,
                number % 5 != 4,
                Samples.MORNING,
                Samples.MORNING.minusSeconds(number * 50_000L),
                null);
    }

    private static AuditEntry entry(int number) {
        var sample = Samples.audit(40).get(number);
        var who = new Person("u-ana", "ana@example.org", title(number));
        var metadata = sample.actionType().equals("update_day")
                ? "{\"before\":{\"title\":\"" + WORDS + "\"},\"after\":{\"title\":\"" + ONE_WORD + "\"}}"
                : sample.metadata();
        return new AuditEntry(
                sample.actionId(), who, "u-ana", sample.actionType(), sample.dayNumber(), metadata, sample.timestamp());
    }

    static List<Upload> uploads() {
        return IntStream.range(0, 3)
                .mapToObj(number -> new Upload(
                        "u" + number,
                        Path.of("film.mp4"),
                        98_765_432_100L,
                        12,
                        title(number),
                        number == 1 ? "" : null,
                        URI.create("https://portal.example.com/u")))
                .toList();
    }

    static List<LakehouseReport> reports() {
        return IntStream.range(0, 6)
                .mapToObj(number -> new LakehouseReport("r" + number, title(number)))
                .toList();
    }

    static ReportTable report() {
        var columns = List.of("table", "rows_not_at_endpoint", "title", "newest_at_endpoint", "changes_by_admins");
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (var row = 0; row < 200; row++) {
            rows.add(Arrays.asList(title(row), "123456789012345", title(row + 1), title(row + 2), title(row)));
        }
        return new ReportTable(columns, rows, true, Samples.MORNING);
    }
}
