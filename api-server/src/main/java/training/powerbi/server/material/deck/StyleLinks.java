package training.powerbi.server.material.deck;

import java.util.ArrayList;
import java.util.List;

/// The addresses that a style sheet loads: `url(…)`, `@import "…"`, `image-set("…" 1x)`. Read in one pass; what a
/// comment says is not
/// meant.
final class StyleLinks {
    private final String text;
    private final List<String> links = new ArrayList<>();
    private int at;
    /// How many brackets are open since an `image-set(` began, in which each text is an address.
    private int set;

    private StyleLinks(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        return new StyleLinks(text).read();
    }

    private List<String> read() {
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (letter == '"' || letter == '\'') {
                var inside = quoted();
                if (set > 0) {
                    take(inside);
                }
            } else if (text.regionMatches(true, at, "image-set(", 0, 10)) {
                at += 10;
                set = 1;
            } else if (set > 0 && text.regionMatches(true, at, "type(", 0, 5)) {
                until(')');
            } else if (set > 0 && (letter == '(' || letter == ')')) {
                set += letter == '(' ? 1 : -1;
                at++;
            } else if (text.regionMatches(true, at, "url(", 0, 4)) {
                at += 4;
                skipBlanks();
                take(isQuote() ? quoted() : until(')'));
            } else if (text.regionMatches(true, at, "@import", 0, 7)) {
                at += 7;
                skipBlanks();
                if (isQuote()) {
                    take(quoted());
                }
            } else {
                at++;
            }
        }
        return links;
    }

    private void take(String link) {
        links.add(link.strip());
    }

    private boolean isQuote() {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private String quoted() {
        char quote = text.charAt(at++);
        return until(quote);
    }

    private String until(char end) {
        int from = at;
        while (at < text.length() && text.charAt(at) != end) {
            at++;
        }
        var inside = text.substring(from, at);
        at = Math.min(text.length(), at + 1);
        return inside;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
