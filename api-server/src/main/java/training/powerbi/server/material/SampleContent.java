package training.powerbi.server.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.material.deck.DeckPath;
import training.powerbi.server.material.deck.StoredDeck;

/// The slides and practice files in the jar.
@Component
class SampleContent {
    private static final String ROOT = "course/";
    private static final DeckPath PAGE = DeckPath.of("index.html").orElseThrow();
    private static final DeckPath STYLE = DeckPath.of("deck.css").orElseThrow();

    private final List<Day> days;

    /// What the course brings for one day.
    record Day(int dayNumber, List<Item> resources) {

        StoredDeck deck() {
            return new StoredDeck(id("deck " + dayNumber), PAGE);
        }

        String resourceId(Item item) {
            return id("resource " + dayNumber + " " + item.file());
        }

        /// The same in every store and at every start, so that an interrupted start goes on where it was.
        private static String id(String name) {
            return UUID.nameUUIDFromBytes(("sample " + name).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /// @param file in the jar's folder of data; also what people save it as
    record Item(String file, String title) {}

    SampleContent(JsonMapper json) {
        this.days = List.of(json.readValue(read("materials.json"), Day[].class));
    }

    List<Day> days() {
        return days;
    }

    /// The files of the day's deck by their paths in it.
    Map<DeckPath, byte[]> pages(Day day) {
        var page = String.format(Locale.ROOT, "decks/day-%02d.html", day.dayNumber());
        return Map.of(PAGE, read(page), STYLE, read("decks/deck.css"));
    }

    byte[] content(Item item) {
        return read("data/" + item.file());
    }

    private static byte[] read(String name) {
        try (var file = new ClassPathResource(ROOT + name).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The course's file " + name + " in the jar cannot be read", e);
        }
    }
}
