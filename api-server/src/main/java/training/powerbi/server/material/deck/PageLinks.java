package training.powerbi.server.material.deck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The addresses that a page loads by itself when it opens; not where its links lead. Read in one pass.
final class PageLinks {
    private static final Map<String, Set<String>> LOADING = Map.ofEntries(
            Map.entry("script", Set.of("src", "href", "xlink:href")),
            Map.entry("img", Set.of("src", "srcset", "data-src")),
            Map.entry("source", Set.of("src", "srcset", "data-src")),
            Map.entry("video", Set.of("src", "poster", "data-src")),
            Map.entry("audio", Set.of("src", "data-src")),
            Map.entry("track", Set.of("src")),
            Map.entry("iframe", Set.of("src", "data-src")),
            Map.entry("frame", Set.of("src")),
            Map.entry("embed", Set.of("src")),
            Map.entry("object", Set.of("data")),
            Map.entry("input", Set.of("src")),
            Map.entry("image", Set.of("href", "xlink:href")),
            Map.entry("use", Set.of("href", "xlink:href")),
            Map.entry("body", Set.of("background")),
            Map.entry("section", Set.of("data-background-image", "data-background-video", "data-background-iframe")));
    private static final Set<String> LOADED_RELATIONS =
            Set.of("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest");

    private final String text;
    private final List<String> links = new ArrayList<>();
    private int at;

    private PageLinks(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        return new PageLinks(text).read();
    }

    private List<String> read() {
        for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (text.startsWith("<!--", at)) {
                skipBehind("-->");
            } else if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                tag();
            } else {
                at++;
            }
        }
        return links;
    }

    private void skipBehind(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void tag() {
        at++;
        var name = word("/>");
        var attributes = attributes();
        LOADING.getOrDefault(name, Set.of()).forEach(attribute -> take(attribute, attributes.get(attribute)));
        if (name.equals("link") && isLoaded(attributes.getOrDefault("rel", ""))) {
            take("href", attributes.get("href"));
        }
        var style = attributes.get("style");
        if (style != null) {
            links.addAll(StyleLinks.of(style));
        }
        if (name.equals("style") || name.equals("script")) {
            int from = at;
            raw(name);
            if (name.equals("style")) {
                links.addAll(StyleLinks.of(text.substring(from, at)));
            }
        }
    }

    private static boolean isLoaded(String relations) {
        for (var relation : relations.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (LOADED_RELATIONS.contains(relation)) {
                return true;
            }
        }
        return false;
    }

    private void take(String attribute, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (!attribute.equals("srcset")) {
            links.add(value.strip());
            return;
        }
        for (var candidate : value.split(",(?=\\s)", -1)) {
            links.add(candidate.strip().split("\\s+", 2)[0]);
        }
    }

    /// What stands between a start tag and its end tag is no page.
    private void raw(String name) {
        while (at < text.length()
                && !(text.startsWith("</", at) && text.regionMatches(true, at + 2, name, 0, name.length()))) {
            at++;
        }
    }

    private Map<String, String> attributes() {
        var attributes = new HashMap<String, String>();
        while (at < text.length() && text.charAt(at) != '>') {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '/') {
                at++;
                continue;
            }
            int from = at;
            var name = word("=/>");
            skipBlanks();
            var value = "";
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                skipBlanks();
                value = value();
            }
            attributes.putIfAbsent(name, value);
            at = Math.max(at, from + 1);
        }
        at = Math.min(text.length(), at + 1);
        return attributes;
    }

    private String value() {
        if (at == text.length()) {
            return "";
        }
        char quote = text.charAt(at);
        int from = at;
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, at + 1);
            at = end < 0 ? text.length() : end + 1;
            return HtmlUtils.htmlUnescape(text.substring(from + 1, end < 0 ? text.length() : end));
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '>') {
            at++;
        }
        return HtmlUtils.htmlUnescape(text.substring(from, at));
    }

    /// In lower case, up to a blank or one of these.
    private String word(String ends) {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
