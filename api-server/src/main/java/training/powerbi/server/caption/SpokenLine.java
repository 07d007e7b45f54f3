package training.powerbi.server.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.caption.webvtt.Cue;

/// A cue as the search reads it, or a piece of one that is long: what is done for each place where words are found is
/// bounded by that.
///
/// @param normalized the text without case and accents
/// @param joint what parts it from the line before
/// @param goesOn whether it belongs to the same cue as the line before
record SpokenLine(double seconds, String text, String normalized, String joint, boolean goesOn) {
    /// Many times what a cue on a screen can hold, and more than anyone searches for.
    private static final int LONGEST = 1_000;

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
                addPieces(cue.startSeconds(), text, spoken);
            }
        }
        return List.copyOf(spoken);
    }

    private static void addPieces(double seconds, String text, List<SpokenLine> spoken) {
        var joint = " ";
        for (int from = 0; from < text.length(); ) {
            int end = pieceEnd(text, from);
            var piece = text.substring(from, end);
            spoken.add(new SpokenLine(seconds, piece, NormalizedText.normalize(piece), joint, from > 0));
            boolean atBlank = end < text.length() && text.charAt(end) == ' ';
            joint = atBlank ? " " : "";
            from = atBlank ? end + 1 : end;
        }
    }

    /// At a blank where there is one; no piece is so short that words reach over it.
    private static int pieceEnd(String text, int from) {
        int left = text.length() - from;
        if (left <= LONGEST) {
            return text.length();
        }
        int most = from + Math.min(LONGEST, left / 2);
        int least = from + LONGEST / 4;
        int blank = most;
        // No further back: a text without blanks would be read anew for each of its pieces.
        while (blank > least && text.charAt(blank) != ' ') {
            blank--;
        }
        return blank > least ? blank : boundary(text, most);
    }

    /// What is said around the words, where they begin in this line.
    ///
    /// @param words normalized
    /// @param next the line that follows, in which they may end; null behind the last
    Optional<String> find(String words, @Nullable SpokenLine next) {
        int inside = normalized.indexOf(words);
        if (inside >= 0) {
            return Optional.of(snippet("", inside, words.length()));
        }
        if (next == null) {
            return Optional.empty();
        }
        int reach = Math.max(0, normalized.length() - words.length());
        var begins = next.normalized().substring(0, Math.min(next.normalized().length(), words.length()));
        int across = (normalized.substring(reach) + next.joint() + begins).indexOf(words);
        return across >= 0 && reach + across < normalized.length()
                ? Optional.of(snippet(next.joint() + next.text(), reach + across, words.length()))
                : Optional.empty();
    }

    /// What is said around the words.
    ///
    /// @param next the text that follows, with what parts it, where the words reach into it; else empty
    /// @param at where the words begin in the normalized text
    /// @param length of the normalized words
    String snippet(String next, int at, int length) {
        var whole = text + next;
        var origins = NormalizedText.of(whole);
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
