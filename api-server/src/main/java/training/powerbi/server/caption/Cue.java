package training.powerbi.server.caption;

import java.util.List;

/// What is said from one moment of a recording to another.
///
/// @param markup as the standard writes it, line by line
/// @param said the same lines without markup
/// @param timed whether it says when each word is spoken, as captions made by machines do
record Cue(CueTiming timing, String markup, List<String> said, boolean timed) {

    double startSeconds() {
        return timing.startMillis() / 1_000.0;
    }

    /// On one line.
    String text() {
        return String.join(" ", said);
    }
}
