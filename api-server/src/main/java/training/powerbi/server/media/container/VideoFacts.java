package training.powerbi.server.media.container;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a video file says of itself.
///
/// @param length whole seconds, at least one; null when the file does not say
/// @param implied whether the length was counted from what is in the file, which does not say how long it is
/// @param width null when there are no pictures
/// @param doubtful names of codecs that are played, though not by every browser
public record VideoFacts(
        Container container,
        @Nullable Duration length,
        boolean implied,
        @Nullable Integer width,
        @Nullable Integer height,
        List<String> doubtful) {
    private static final double LONGEST_SECONDS = Duration.ofHours(24).toSeconds();

    static VideoFacts of(Container container, double seconds, @Nullable Integer width, @Nullable Integer height) {
        boolean sane = seconds > 0 && seconds <= LONGEST_SECONDS;
        return new VideoFacts(
                container,
                sane ? Duration.ofSeconds(Math.max(1, Math.round(seconds))) : null,
                false,
                width,
                height,
                List.of());
    }

    VideoFacts implied(boolean counted) {
        return new VideoFacts(container, length, counted, width, height, doubtful);
    }

    VideoFacts doubtful(List<String> codecs) {
        return new VideoFacts(container, length, implied, width, height, codecs);
    }

    public Optional<Duration> duration() {
        return Optional.ofNullable(length);
    }
}
