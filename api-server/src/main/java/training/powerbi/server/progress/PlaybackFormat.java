package training.powerbi.server.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.progress.Intervals.Interval;

/// The JSON text in `user_progress.playback`: `{"<recording id>": {"position": 90, "at": 1790000000000,
/// "counted": 1790000000000, "seen": "AgA8", "towards": "AlAK"}}`, times in milliseconds since 1970, seconds as
/// [SecondsText]. For a film of six hours that is less than 4 KiB, however it was watched.
///
/// Older portals wrote the seconds as lists of intervals, `"watched": [[0, 60], [80, 90]], "viewing": [[80, 90]]`,
/// which grew with every jump; such a text is read, and written anew with the next change or start.
@Component
class PlaybackFormat {
    private final JsonMapper json;

    PlaybackFormat(JsonMapper json) {
        this.json = json;
    }

    /// @param watched and `viewing`: as older portals wrote `seen` and `towards`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(
            @Nullable Integer position,
            @Nullable Long at,
            @Nullable Long counted,
            @Nullable String seen,
            @Nullable String towards,
            @Nullable List<int[]> watched,
            @Nullable List<int[]> viewing) {}

    Map<String, Playback> read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        var entries = new LinkedHashMap<String, Playback>();
        parse(text).forEach((recordingId, entry) -> entries.put(recordingId, playback(entry)));
        return entries;
    }

    private Map<String, Entry> parse(String text) {
        return json.readValue(text, new TypeReference<LinkedHashMap<String, Entry>>() {});
    }

    private static Playback playback(Entry entry) {
        return new Playback(
                seconds(entry.seen(), entry.watched()),
                entry.position(),
                entry.at() == null ? Long.MIN_VALUE : entry.at(),
                seconds(entry.towards(), entry.viewing()),
                entry.counted());
    }

    private static Intervals seconds(@Nullable String text, @Nullable List<int[]> older) {
        var seconds = text == null ? Intervals.NONE : SecondsText.read(text);
        return older == null
                ? seconds
                : seconds.plus(
                        older.stream()
                                .map(part -> new Interval(part[0], part[1]))
                                .toList(),
                        Integer.MAX_VALUE);
    }

    String write(Map<String, Playback> entries) {
        var texts = new LinkedHashMap<String, Entry>();
        entries.forEach((recordingId, playback) -> texts.put(recordingId, entry(playback)));
        return json.writeValueAsString(texts);
    }

    private static Entry entry(Playback playback) {
        return new Entry(
                playback.position(),
                playback.position() == null ? null : playback.positionAt(),
                playback.countedAt(),
                text(playback.watched()),
                text(playback.viewing()),
                null,
                null);
    }

    private static @Nullable String text(Intervals seconds) {
        return seconds.parts().isEmpty() ? null : SecondsText.write(seconds);
    }
}
