package training.powerbi.server.web.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Reads a `.env` file as shells and Docker write it: `NAME=value`, an optional `export `, comments, values in
/// single or double quotes. A bare value ends at ` #`; inside quotes `#` is a character like any other.
final class DotEnvFile {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)')\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");

    private DotEnvFile() {}

    /// The file's variables in its order; empty when there is no such file.
    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw mistake(".env is not UTF-8 text; save it as UTF-8.", e);
        } catch (IOException e) {
            throw mistake(".env cannot be read; check its permissions.", e);
        }
    }

    static Map<String, String> parse(List<String> lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (!assignment.matches()) {
                // The line itself may hold a secret, so only its number is told.
                throw PortalException.badInput(".env", ".env line " + (i + 1) + " is not of the form NAME=value.");
            }
            variables.put(assignment.group(1), value(assignment.group(2)));
        }
        return variables;
    }

    private static PortalException mistake(String sentence, IOException cause) {
        return new PortalException(ErrorCode.BAD_USER_INPUT, sentence, cause);
    }

    private static String value(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            return COMMENT.matcher(text).replaceFirst("").strip();
        }
        return quoted.group(2) != null ? quoted.group(2) : unescape(quoted.group(1));
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
