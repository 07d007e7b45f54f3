package training.powerbi.server.calendar;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarFileController {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CohortCalendar calendar;

    CalendarFileController(CohortCalendar calendar) {
        this.calendar = calendar;
    }

    @Operation(
            summary = "The sessions of a cohort as an iCalendar file, at a secret address that calendarAddress tells")
    @GetMapping(CalendarFeeds.PATH + "{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .body(calendar.read(secret));
    }
}
