package training.powerbi.lakehouse.mirror;

import java.time.Duration;

/// How often the mirror looks and how long it waits.
///
/// @param rest between looks for commits that nobody told of; they cost nothing
/// @param filesRest between looks for files
/// @param firstPause after a failure; it doubles with each further one
/// @param longestPause how long it becomes
record MirrorPace(Duration rest, Duration filesRest, Duration firstPause, Duration longestPause) {
    static final MirrorPace USUAL =
            new MirrorPace(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(2));
}
