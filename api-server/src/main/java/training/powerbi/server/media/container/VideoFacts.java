package training.powerbi.server.media.container;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a video file says of itself.
///
/// @param length whole seconds, at least one; null when the file does not say
/// @param width null when there are no pictures
public record VideoFacts(
        Container container,
        @Nullable Duration length,
        @Nullable Integer width,
        @Nullable Integer height) {
    private static final double LONGEST_SECONDS = Duration.ofHours(24).toSeconds();

    static VideoFacts of(Container container, double seconds, @Nullable Integer width, @Nullable Integer height) {
        boolean sane = seconds > 0 && seconds <= LONGEST_SECONDS;
        return new VideoFacts(
                container, sane ? Duration.ofSeconds(Math.max(1, Math.round(seconds))) : null, width, height);
    }

    public Optional<Duration> duration() {
        return Optional.ofNullable(length);
    }
}
