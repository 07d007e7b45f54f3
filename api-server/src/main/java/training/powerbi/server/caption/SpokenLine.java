package training.powerbi.server.caption;

import java.util.ArrayList;
import java.util.List;

/// A cue as the search reads it.
///
/// @param folded the text without case and accents
record SpokenLine(double seconds, String text, String folded) {
    private static final int AROUND = 60;
    private static final String CUT = "…";

    /// What is said, once: captions made by machines roll, so that each cue begins with the line that the one before
    /// ended with.
    static List<SpokenLine> of(List<Cue> cues) {
        boolean rolling = cues.stream().anyMatch(Cue::timed);
        var spoken = new ArrayList<SpokenLine>();
        var last = "";
        for (var cue : cues) {
            boolean repeats = rolling && cue.said().getFirst().equals(last);
            var text =
                    String.join(" ", repeats ? cue.said().subList(1, cue.said().size()) : cue.said());
            last = cue.said().getLast();
            if (!text.isEmpty()) {
                spoken.add(new SpokenLine(cue.startSeconds(), text, Folded.fold(text)));
            }
        }
        return List.copyOf(spoken);
    }

    /// What is said around the words.
    ///
    /// @param next the text that follows, where the words reach into it; else empty
    /// @param at where the words begin in the folded text
    /// @param length of the folded words
    String snippet(String next, int at, int length) {
        var whole = next.isEmpty() ? text : text + " " + next;
        var origins = Folded.of(whole);
        int begin = boundary(whole, Math.max(0, origins.origin(at) - AROUND));
        int end = boundary(whole, Math.min(whole.length(), origins.origin(at + length - 1) + 1 + AROUND));
        return (begin > 0 ? CUT : "") + whole.substring(begin, end).strip() + (end < whole.length() ? CUT : "");
    }

    /// The place itself, or the one before where it would cut a character in two.
    private static int boundary(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }
}
