package training.powerbi.server.progress;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition.Merge;
import training.powerbi.server.recording.RecordingCatalog.Length;

/// What a student did here while the store was away joins what they did elsewhere: of everything the sum, in whichever
/// order and however often. A row that was erased meanwhile stays erased.
///
/// @param lengths of the recordings that a student has on that day
record ProgressMerge(PlaybackFormat format, Function<UserProgressRow, Collection<Length>> lengths)
        implements Merge<UserProgressRow> {

    @Override
    public @Nullable UserProgressRow merge(
            @Nullable UserProgressRow before, @Nullable UserProgressRow after, @Nullable UserProgressRow now) {
        if (after == null || now == null) {
            return null;
        }
        var played = new LinkedHashMap<String, Playback>(format.read(now.playback()));
        format.read(after.playback()).forEach((id, more) -> played.merge(id, more, Playback::joined));
        boolean presentation = now.viewedPresentation() || after.viewedPresentation();
        return now.seen(
                presentation,
                text(now, after, played),
                Completion.of(presentation, played, lengths.apply(now)),
                after.lastAccessed());
    }

    private @Nullable String text(UserProgressRow now, UserProgressRow after, Map<String, Playback> played) {
        return now.playback() == null && after.playback() == null ? null : format.write(played);
    }
}
