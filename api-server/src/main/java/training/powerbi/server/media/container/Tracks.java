package training.powerbi.server.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import training.powerbi.model.error.PortalException;

/// The tracks of a video that are seen or heard. Browsers play the first of each kind that they can, so one of each
/// kind must be played by all of them; time codes, subtitles and what telephones measure beside it do not count.
final class Tracks {
    private record Track(boolean pictures, Codec codec) {}

    private final List<Track> tracks = new ArrayList<>();
    private final boolean admitting;

    /// @param admitting false when it does not matter who can play them
    Tracks(boolean admitting) {
        this.admitting = admitting;
    }

    void add(boolean pictures, Codec codec) {
        tracks.add(new Track(pictures, codec));
    }

    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE when no browser would show or sound it, naming the codec
    void requirePlayable() {
        if (!admitting) {
            return;
        }
        if (tracks.isEmpty()) {
            throw VideoInspector.notVideo();
        }
        require(true);
        require(false);
    }

    private void require(boolean pictures) {
        var kind = tracks.stream().filter(track -> track.pictures() == pictures).toList();
        if (!kind.isEmpty() && kind.stream().noneMatch(track -> track.codec().admitted())) {
            throw kind.getFirst().codec().refusal(pictures);
        }
    }

    /// Names of what is played, though not by every browser.
    List<String> doubtful() {
        Predicate<Track> played = track -> track.codec().fate() == Codec.Fate.PLAYED;
        return tracks.stream()
                .filter(track -> track.codec().fate() == Codec.Fate.WARNED)
                .filter(track ->
                        tracks.stream().noneMatch(other -> other.pictures() == track.pictures() && played.test(other)))
                .map(track -> track.codec().name())
                .distinct()
                .toList();
    }
}
