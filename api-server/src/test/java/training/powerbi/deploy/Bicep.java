package training.powerbi.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// As much of a Bicep file as can be seen without its compiler: what it declares, and what its expressions name.
record Bicep(String text, String bare) {
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(param|var|resource|output) (\\w+)(?: '([^']*)')?(?: (string|int|bool|array))?(.*)$");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w@])([a-zA-Z_]\\w*)(?!\\w)(?!\\s*:(?!:))");
    private static final Set<String> WORDS = Set.of(
            "param",
            "var",
            "resource",
            "output",
            "targetScope",
            "string",
            "int",
            "bool",
            "array",
            "object",
            "if",
            "existing",
            "true",
            "false",
            "null",
            "using");

    record Declared(String kind, String name, String type, String rest) {}

    static Bicep read(Path file) throws IOException {
        var text = Files.readString(file);
        return new Bicep(text, withoutTexts(text));
    }

    /// Comments, decorators' words and texts left out; what texts have in `${…}` stays.
    private static String withoutTexts(String text) {
        var code = text.replaceAll("(?m)^\\s*//.*$", "").replaceAll("(?m)^@description\\(.*\\)$", "");
        var left = new StringBuilder();
        boolean inText = false;
        int holes = 0;
        for (int at = 0; at < code.length(); at++) {
            char next = code.charAt(at);
            if (inText && next == '\\') {
                at++;
            } else if (inText && next == '$' && code.startsWith("${", at)) {
                inText = false;
                holes++;
                at++;
                left.append(' ');
            } else if (!inText && holes > 0 && next == '}') {
                inText = true;
                holes--;
                left.append(' ');
            } else if (next == '\'') {
                inText = !inText;
                left.append("''");
            } else if (!inText) {
                left.append(next);
            }
        }
        if (inText || holes != 0) {
            throw new IllegalArgumentException("a text does not end");
        }
        return left.toString();
    }

    List<Declared> declared() {
        return DECLARED.matcher(text).results().map(Bicep::declaration).toList();
    }

    private static Declared declaration(MatchResult found) {
        return new Declared(
                found.group(1),
                found.group(2),
                found.group(3) == null ? String.valueOf(found.group(4)) : found.group(3),
                found.group(5));
    }

    List<Declared> declared(String kind) {
        return declared().stream().filter(each -> each.kind().equals(kind)).toList();
    }

    List<String> names(String kind) {
        return declared(kind).stream().map(Declared::name).toList();
    }

    /// What expressions speak of: names that are no keys, no members, and no words of the language.
    Set<String> named() {
        var named = new LinkedHashSet<String>();
        for (var line : bare.lines().toList()) {
            var code = DECLARED.matcher(line).replaceFirst("$5");
            NAME.matcher(code).results().map(found -> found.group(1)).forEach(named::add);
        }
        named.removeAll(WORDS);
        return named;
    }

    /// A declaration with all in its braces.
    String block(String name) {
        int start = text.indexOf("resource " + name + " ");
        if (start < 0) {
            throw new AssertionError("no resource " + name);
        }
        int end = text.indexOf("\n}\n", start);
        return text.substring(start, end);
    }

    /// The keys of an object in the block whose names are those of variables, with their values.
    Map<String, String> settings(String name) {
        var found = new LinkedHashMap<String, String>();
        Pattern.compile("(?m)^ +([A-Z][A-Z_]+): (.*)$")
                .matcher(block(name))
                .results()
                .forEach(each -> found.put(each.group(1), each.group(2)));
        return found;
    }

    /// Brackets that do not fit together.
    List<String> unbalanced() {
        var open = new ArrayList<Character>();
        for (int at = 0; at < bare.length(); at++) {
            char next = bare.charAt(at);
            if ("([{".indexOf(next) >= 0) {
                open.add(next);
            } else if (")]}".indexOf(next) >= 0) {
                char wanted = "([{".charAt(")]}".indexOf(next));
                if (open.isEmpty() || open.removeLast() != wanted) {
                    return List.of("unexpected " + next);
                }
            }
        }
        return open.stream().map(left -> "open " + left).toList();
    }
}
