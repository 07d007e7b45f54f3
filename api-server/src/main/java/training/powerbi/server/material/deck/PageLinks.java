package training.powerbi.server.material.deck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
            Map.entry("section", Set.of("data-background-iframe")));
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}:");
    private static final Set<String> LOADED_RELATIONS =
            Set.of("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest");

    /// What reveal.js shows behind a slide, whatever element that is; more than one, with commas between them.
    private static final Set<String> BACKGROUNDS = Set.of("data-background-image", "data-background-video");

    private static final Pattern PICTURE = Pattern.compile(
            "(?i)(?:https?:|//|file:).*|.*\\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#].*)?", Pattern.DOTALL);

    private final String text;
    private final List<String> links = new ArrayList<>();
    private int at;
    private @Nullable String base;

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
        return base == null ? links : links.stream().map(this::based).toList();
    }

    /// As the page's `<base>` has it.
    private String based(String link) {
        boolean alone = link.startsWith("/")
                || link.startsWith("#")
                || SCHEME.matcher(link).lookingAt();
        return alone || base == null ? link : base.substring(0, base.lastIndexOf('/') + 1) + link;
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
        if (name.equals("base") && base == null) {
            var address = attributes.get("href");
            base = address == null ? null : address.strip();
        }
        BACKGROUNDS.forEach(attribute -> list(attributes.getOrDefault(attribute, "")));
        var background = attributes.getOrDefault("data-background", "").strip();
        if (PICTURE.matcher(background).matches()) {
            links.add(background);
        }
        var style = attributes.get("style");
        if (style != null) {
            links.addAll(StyleLinks.of(style));
        }
        if (name.equals("style") || name.equals("script")) {
            int from = at;
            raw(name);
            inside(name, attributes, text.substring(from, at));
        }
    }

    private void inside(String name, Map<String, String> attributes, String content) {
        var type = attributes.getOrDefault("type", "").strip().toLowerCase(Locale.ROOT);
        if (name.equals("style")) {
            links.addAll(StyleLinks.of(content));
        } else if (type.equals("module")) {
            links.addAll(ModuleLinks.of(content));
        } else if (type.equals("importmap")) {
            links.addAll(ModuleLinks.ofMap(content));
        }
    }

    private void list(String addresses) {
        for (var address : addresses.split(",", -1)) {
            take("", address);
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
        candidates(value);
    }

    /// As browsers part them (WHATWG HTML, 4.8.4.2.1): an address may hold commas and ends at a blank, or at the comma
    /// before one; what is said of it ends at the next comma.
    private void candidates(String value) {
        for (int place = 0; place < value.length(); ) {
            int from = place;
            while (from < value.length() && (isBlank(value, from) || value.charAt(from) == ',')) {
                from++;
            }
            int end = from;
            while (end < value.length() && !isBlank(value, end)) {
                end++;
            }
            int last = end;
            while (last > from && value.charAt(last - 1) == ',') {
                last--;
            }
            if (last > from) {
                links.add(value.substring(from, last));
            }
            int comma = last < end ? last : value.indexOf(',', end);
            place = comma < 0 ? value.length() : Math.max(comma, from) + 1;
        }
    }

    private static boolean isBlank(String value, int place) {
        return Character.isWhitespace(value.charAt(place));
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
