package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A list of options or names that stands in one file and nowhere else: words apart by space, a line with # a comment,
/// quotes around words with spaces, as in the argument files of the JDK's tools.
final class OptionFile {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private OptionFile() {}

    static List<String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .flatMap(OptionFile::words)
                .toList();
    }

    /// The value that follows the option.
    static String value(Path file, String option) throws IOException {
        var words = read(file);
        var place = words.indexOf(option);
        if (place < 0 || place + 1 == words.size()) {
            throw new IOException(file + " does not say what " + option + " is");
        }
        return words.get(place + 1);
    }

    private static Stream<String> words(String line) {
        return WORD.matcher(line).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }
}
