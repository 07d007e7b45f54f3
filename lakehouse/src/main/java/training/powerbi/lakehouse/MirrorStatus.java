package training.powerbi.lakehouse;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the copy in OneLake is behind the tables and files here.
///
/// @param commitsBehind commits it does not have yet; null until OneLake has answered since the start
/// @param filesBehind files beside the tables it does not have yet; null until then too
/// @param behindFor how long the oldest of them has waited
/// @param inStepAt when it last had everything; null when not since the start
/// @param reason what OneLake or the copy said last; null when all is well
public record MirrorStatus(
        State state,
        @Nullable Long commitsBehind,
        @Nullable Integer filesBehind,
        Duration behindFor,
        @Nullable Instant inStepAt,
        @Nullable String reason) {

    public enum State {
        /// It has everything.
        IN_STEP,
        /// It is being brought up to date.
        BEHIND,
        /// OneLake does not answer, as while its capacity is paused; it is tried again and again.
        AWAY,
        /// It is not this portal's copy, or no longer: nothing is written until somebody has decided.
        REFUSED
    }
}
