package training.powerbi.server.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.calendar.CalendarWriter.Session;

/// Files are read back by a parser that is not lenient, and looked at octet by octet.
class CalendarWriterTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T17:30:00Z");
    private static final int OCTETS = 75;

    private static Session session(int day, Instant start, String title) {
        return new Session(
                "day-" + day + "@test",
                title,
                "About; it, all\nand \\ more",
                start,
                Duration.ofMinutes(90),
                "https://meet.example.org/" + day,
                3,
                MONDAY);
    }

    @Test
    void linesEndAsTheyMustAndAreFoldedByOctetsWithoutTearingACharacter() throws Exception {
        var title = "Größe 数据模型 Καλημέρα 🎓".repeat(20);

        byte[] file = CalendarWriter.write("Ein Kurs", ZoneId.of("Europe/Berlin"), List.of(session(1, MONDAY, title)));

        var text = new String(file, StandardCharsets.UTF_8);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(OCTETS));
        assertThat(text).doesNotContain("\uFFFD");
        var event = (VEvent) parsed(file).getComponent("VEVENT").orElseThrow();
        assertThat(requireNonNull(event.getSummary()).getValue()).isEqualTo(title);
        assertThat(requireNonNull(event.getDescription()).getValue()).startsWith("About; it, all\nand \\ more");
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("day-1@test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Asia/Kolkata",
                "America/New_York",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Pacific/Chatham",
                "America/Santiago",
                "America/Nuuk",
                "Africa/Cairo",
                "Asia/Beirut",
                "UTC"
            })
    void anotherProgramReadsTheSameMomentsWhateverTheClocksDoInBetween(String name) throws Exception {
        var zone = ZoneId.of(name);
        var sessions = new ArrayList<Session>();
        for (int week = 0; week < 60; week++) {
            var start = MONDAY.plus(Duration.ofDays(week * 7L)).atZone(zone).withHour(9);
            sessions.add(session(week, start.toInstant(), "Week " + week));
        }

        var calendar = parsed(CalendarWriter.write("Course", zone, sessions));

        var written =
                new TimeZone((VTimeZone) calendar.getComponent("VTIMEZONE").orElseThrow());
        for (var session : sessions) {
            assertThat(written.getOffset(session.start().toEpochMilli()))
                    .as("%s at %s", name, session.start())
                    .isEqualTo(zone.getRules().getOffset(session.start()).getTotalSeconds() * 1_000);
        }
        assertThat(calendar.<VEvent>getComponents("VEVENT"))
                .hasSize(sessions.size())
                .allSatisfy(event -> assertThat(
                                event.<DtStart<?>>getRequiredProperty("DTSTART").getParameter("TZID"))
                        .isPresent());
    }

    @Test
    void noZoneHasARuleThatOutlookDoesNotRead() {
        // Those that the library adds while it reads have no rules yet.
        var names = Arrays.stream(TimeZone.getAvailableIDs())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .filter(name -> Objects.nonNull(ZoneId.of(name).getRules()))
                .toList();
        assertThat(names).hasSizeGreaterThan(400);
        for (var name : names) {
            var file = CalendarWriter.write("Course", ZoneId.of(name), List.of(session(1, MONDAY, "One")));

            assertThat(new String(file, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("RRULE")))
                    .as(name)
                    .noneMatch(line -> line.contains("BYDAY") && line.contains("BYMONTHDAY"))
                    .allMatch(line ->
                            line.matches("RRULE:FREQ=YEARLY;BYMONTH=\\d+;(BYDAY=-?[1-4][A-Z]{2}|BYMONTHDAY=\\d+)"));
        }
        assertThat(CalendarWriter.write("Course", ZoneId.of("Europe/Berlin"), List.of(session(1, MONDAY, "One"))))
                .asString(StandardCharsets.UTF_8)
                .contains("BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"see the mail", "https://meet.example.org/a b", "javascript:alert(1)", "http://plain.example"})
    void whatIsNoAddressToJoinAtIsOnlyText(String join) throws Exception {
        var session = new Session("uid", "Title", "", MONDAY, Duration.ofMinutes(90), join, 3, MONDAY);

        var event = (VEvent) parsed(CalendarWriter.write("Course", ZoneId.of("UTC"), List.of(session)))
                .getComponent("VEVENT")
                .orElseThrow();

        assertThat(event.getUrl()).isNull();
        assertThat(requireNonNull(event.getDescription()).getValue()).contains(join);
    }

    @Test
    void aCourseWithoutDatesIsAnEmptyCalendar() throws Exception {
        var calendar = parsed(CalendarWriter.write("Course", ZoneId.of("Europe/Berlin"), List.of()));

        assertThat(calendar.getComponents("VEVENT")).isEmpty();
    }

    private static Calendar parsed(byte[] file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }
}
