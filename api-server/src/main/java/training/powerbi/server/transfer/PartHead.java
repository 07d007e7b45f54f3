package training.powerbi.server.transfer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.ParameterParser;
import org.jspecify.annotations.Nullable;

/// What the header lines of a form's part say (RFC 7578, 4).
///
/// @param fileName null for plain fields, empty for files without a name
/// @param mediaType empty when none is named
record PartHead(String name, @Nullable String fileName, String mediaType) {

    /// @param lines each with the end of the line before it
    /// @throws IOException when they do not name a field
    static PartHead parse(String lines) throws IOException {
        var headers = new HashMap<String, String>();
        // A line that begins with a blank goes on with the one before.
        for (var line : lines.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        var disposition = headers.getOrDefault("content-disposition", "");
        var parameters = parameters(disposition);
        var name = parameters.get("name");
        if (name == null || !disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            throw new IOException("A part does not say which field it is");
        }
        return new PartHead(name, fileName(parameters), headers.getOrDefault("content-type", ""));
    }

    private static @Nullable String fileName(Map<String, String> parameters) {
        if (!parameters.containsKey("filename")) {
            return null;
        }
        var name = parameters.get("filename");
        return name == null ? "" : unescaped(name.strip());
    }

    /// Browsers write `"` and line ends as `%22`, `%0D` and `%0A` (WHATWG HTML, 4.10.22.8), and nothing else; other
    /// programs put a `\` before it.
    private static String unescaped(String name) {
        return name.replace("\\\"", "\"")
                .replace("%22", "\"")
                .replace("%0D", "")
                .replace("%0A", "");
    }

    /// The words behind the first of a header's value, their names in lower case.
    static Map<String, String> parameters(String value) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(value, ';');
    }
}
