package training.powerbi.client.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the copy in OneLake is behind a portal that keeps its tables elsewhere, as the portal's health has it.
///
/// @param state a word of [Step]
/// @param commitsBehind changes it lacks; null until OneLake has answered since the portal's start
/// @param filesBehind files beside the tables that it lacks; null until then too
/// @param behindSeconds how long the oldest of them has waited
/// @param inStepAt when it last had everything since the portal's start
/// @param reason what is wrong, in words
public record MirrorState(
        String state,
        @Nullable Long commitsBehind,
        @Nullable Integer filesBehind,
        double behindSeconds,
        @Nullable Instant inStepAt,
        @Nullable String reason) {

    /// What the copy is doing.
    public enum Step {
        /// It has everything.
        IN_STEP,
        /// It is being brought up to date.
        BEHIND,
        /// OneLake does not answer.
        AWAY,
        /// It is not written any more until somebody has decided.
        REFUSED
    }

    /// One that a newer portal calls by another word is taken for one that is behind.
    public Step step() {
        return switch (state) {
            case "in step" -> Step.IN_STEP;
            case "away" -> Step.AWAY;
            case "refused" -> Step.REFUSED;
            default -> Step.BEHIND;
        };
    }
}
