package training.powerbi.server.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.progress.Intervals.Interval;

/// The JSON text in `user_progress.playback`: `{"<recording id>": {"position": 90, "at": 1790000000000,
/// "counted": 1790000000000, "watched": [[0, 60], [80, 90]], "viewing": [[80, 90]]}}`, times in milliseconds since
/// 1970.
@Component
class PlaybackFormat {
    private final JsonMapper json;

    PlaybackFormat(JsonMapper json) {
        this.json = json;
    }

    private record Entry(
            @Nullable Integer position,
            @Nullable Long at,
            @Nullable Long counted,
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
                intervals(entry.watched()),
                entry.position(),
                entry.at() == null ? Long.MIN_VALUE : entry.at(),
                intervals(entry.viewing()),
                entry.counted());
    }

    private static Intervals intervals(@Nullable List<int[]> parts) {
        return parts == null
                ? Intervals.NONE
                : Intervals.NONE.plus(
                        parts.stream()
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
                parts(playback.watched()),
                parts(playback.viewing()));
    }

    private static @Nullable List<int[]> parts(Intervals intervals) {
        return intervals.parts().isEmpty()
                ? null
                : intervals.parts().stream()
                        .map(part -> new int[] {part.from(), part.to()})
                        .toList();
    }
}
