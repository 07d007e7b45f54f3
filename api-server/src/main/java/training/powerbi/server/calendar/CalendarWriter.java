package training.powerbi.server.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/// Writes sessions as RFC 5545 has it.
final class CalendarWriter {
    private static final int NEVER_FOLDED = Integer.MAX_VALUE;
    private static final int MOST_OCTETS = 75;
    private static final Duration MARGIN = Duration.ofDays(366);

    private CalendarWriter() {}

    /// A session.
    ///
    /// @param uid the same for as long as the session exists
    /// @param sequence grows with each change
    record Session(
            String uid,
            String title,
            String description,
            Instant start,
            Duration length,
            @Nullable String joinUrl,
            int sequence,
            Instant changedAt) {}

    /// @param name what programs show the calendar as
    static byte[] write(String name, ZoneId zone, List<Session> sessions) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Power BI Training Portal//Sessions//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        // What Outlook, Google and Apple take the name from.
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", zone.getId()));
        var first = sessions.stream().map(Session::start).min(Instant::compareTo);
        var last = sessions.stream().map(Session::start).max(Instant::compareTo);
        if (first.isPresent() && last.isPresent()) {
            calendar.add(TimeZoneWriter.write(
                    zone, first.get().minus(MARGIN), last.get().plus(MARGIN)));
        }
        sessions.forEach(session -> calendar.add(event(session, zone)));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, NEVER_FOLDED).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Session session, ZoneId zone) {
        var event = new VEvent(new PropertyList());
        event.add(new Uid(session.uid()));
        event.add(new DtStamp(session.changedAt()));
        event.add(new DtStart<>(session.start().atZone(zone)));
        event.add(new DtEnd<>(session.start().plus(session.length()).atZone(zone)));
        event.add(new Summary(session.title()));
        event.add(new Sequence(session.sequence()));
        var join = session.joinUrl();
        var words = join == null ? session.description() : session.description() + "\n\n" + join;
        if (!words.isEmpty()) {
            event.add(new Description(words));
        }
        address(join).ifPresent(address -> event.add(new Url(address)));
        return event;
    }

    /// Other programs may have written anything there.
    private static Optional<URI> address(@Nullable String join) {
        try {
            return Optional.ofNullable(join).map(URI::create).filter(uri -> "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Lines of at most 75 octets, no character torn (RFC 5545, 3.1). The library counts characters.
    private static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / MOST_OCTETS * 3);
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            boolean ends = character == '\r' || character == '\n';
            if (!ends && octets + size > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = ends ? 0 : octets + size;
            at += Character.charCount(character);
        }
        return folded.toString();
    }
}
