package training.powerbi.server.caption.webvtt;

import java.util.List;

/// What is said from one moment of a recording to another.
///
/// @param markup as the standard writes it, line by line
/// @param said the same lines without markup
/// @param timed whether it says when each word is spoken, as captions made by machines do
public record Cue(CueTiming timing, String markup, List<String> said, boolean timed) {

    public double startSeconds() {
        return timing.startMillis() / 1_000.0;
    }

    /// On one line.
    public String text() {
        return String.join(" ", said);
    }
}
