package training.powerbi.server.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import training.powerbi.model.error.PortalException;

/// The tracks of a video that are seen or heard; time codes, subtitles and what telephones measure beside it do not
/// count. Of the sound, browsers play the first they can, so one that all of them can is enough. Of the pictures some
/// look at the first alone: what comes behind it may be a preview.
final class Tracks {
    private record Track(boolean pictures, Codec codec) {}

    private final List<Track> tracks = new ArrayList<>();
    private final boolean admitting;

    /// @param admitting false when it does not matter who can play them
    Tracks(boolean admitting) {
        this.admitting = admitting;
    }

    /// Its number here.
    int add(boolean pictures, Codec codec) {
        tracks.add(new Track(pictures, codec));
        return tracks.size() - 1;
    }

    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE when no browser would show or sound it, naming the codec
    void requirePlayable() {
        if (!admitting) {
            return;
        }
        if (tracks.isEmpty()) {
            throw VideoInspector.notVideo();
        }
        require(of(true).limit(1).toList(), true);
        require(of(false).toList(), false);
    }

    private static void require(List<Track> kind, boolean pictures) {
        if (!kind.isEmpty() && kind.stream().noneMatch(track -> track.codec().admitted())) {
            throw kind.getFirst().codec().refusal(pictures);
        }
    }

    private Stream<Track> of(boolean pictures) {
        return tracks.stream().filter(track -> track.pictures() == pictures);
    }

    /// Some files tell of a codec no more than its name; the rest is seen in the first picture.
    ///
    /// @param number as [#add] gave it
    void correct(int number, Codec seen) {
        tracks.set(number, new Track(tracks.get(number).pictures(), seen));
    }

    /// Names of what is played, though not by every browser.
    List<String> doubtful() {
        boolean heardByAll = of(false).anyMatch(track -> track.codec().fate() == Codec.Fate.PLAYED);
        return Stream.concat(of(true).limit(1), heardByAll ? Stream.empty() : of(false))
                .filter(track -> track.codec().fate() == Codec.Fate.WARNED)
                .map(track -> track.codec().name())
                .distinct()
                .toList();
    }
}
