package training.powerbi.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.ui.kit.Texts;

class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java/training/powerbi/desktop/ui");
    private static final Pattern KEY = Pattern.compile(
            "\"((?:day|recording|upload|materials|preview|dashboard|people|audit|report|amount|time|signin|shell|connection|notice|dialog|calendar|card|lock|month|schedule|key|file|error)\\.[a-zA-Z0-9.-]*[a-zA-Z0-9])\"");

    @Test
    void everyKeyInTheScreensSourcesHasWords() throws IOException {
        var texts = new Texts(Locale.ENGLISH);
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                var keys = KEY.matcher(read(file));
                while (keys.find()) {
                    if (!keys.group(1).endsWith(".css") && !texts.has(keys.group(1))) {
                        missing.add(keys.group(1));
                    }
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
