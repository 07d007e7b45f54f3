package training.powerbi.server.material.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The addresses that a module of JavaScript loads: `import "…"`, `import("…")`, `… from "…"`; and those of an import
/// map. Read in one pass, without understanding the language: what looks like no address is passed over.
final class ModuleLinks {
    private static final List<String> WORDS = List.of("import", "from");
    private static final int LONGEST = 2_000;

    private final String text;
    private final List<String> links = new ArrayList<>();

    private ModuleLinks(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        var module = new ModuleLinks(text);
        WORDS.forEach(module::behind);
        return module.links;
    }

    /// Empty when the map is none.
    static List<String> ofMap(String text) {
        try {
            var map = JsonMapper.shared().readTree(text);
            var links = new ArrayList<String>();
            collect(map.path("imports"), links);
            map.path("scopes").forEach(scope -> collect(scope, links));
            return links;
        } catch (JacksonException noMap) {
            return List.of();
        }
    }

    private static void collect(JsonNode imports, List<String> links) {
        imports.forEach(address -> {
            // One that ends so is the beginning of others.
            if (address.isString() && isAddress(address.asString()) && !isOwnFolder(address.asString())) {
                links.add(address.asString().strip());
            }
        });
    }

    private void behind(String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            int quote = next(at + word.length());
            if (begins && quote < text.length() && text.charAt(quote) == '(') {
                quote = next(quote + 1);
            }
            if (begins && quote < text.length() && "\"'".indexOf(text.charAt(quote)) >= 0) {
                take(quote);
            }
        }
    }

    private void take(int quote) {
        int end = quote + 1;
        while (end < text.length()
                && end - quote < LONGEST
                && text.charAt(end) != '\n'
                && text.charAt(end) != text.charAt(quote)) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == text.charAt(quote);
        var address = text.substring(quote + 1, end).strip();
        if (closed && isAddress(address)) {
            links.add(address);
        }
    }

    private int next(int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Not the bare name of a module, which only a map explains.
    private static boolean isAddress(String address) {
        var plain = address.toLowerCase(Locale.ROOT);
        return plain.startsWith("./")
                || plain.startsWith("../")
                || plain.startsWith("/")
                || plain.startsWith("https:")
                || plain.startsWith("http:");
    }

    private static boolean isOwnFolder(String address) {
        return address.startsWith(".") && address.endsWith("/");
    }
}
