package training.powerbi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Addresses from the API are the portal's, not the page's: each goes through `js/api/address.js`, or films and files
/// are missing wherever the site is published elsewhere.
class SiteAddressesTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
    /// These read addresses that are absolute already, or play for the trainer's desktop from the portal itself.
    private static final Set<String> OTHERWISE =
            Set.of("api/address.js", "course/address.js", "player/adapters/embed-frame.js", "preview.js");
    private static final Pattern FIELD =
            Pattern.compile("\\.(?:streamUrl|videoUrl|presentationUrl|resourcesUrl|url)\\b");
    private static final Pattern READ =
            Pattern.compile("(?:webUrl|webAddress|material|elsewhere)\\(|\\.url\\.href|import\\.meta\\.url");
    private static final Pattern AGAINST_THE_PAGE = Pattern.compile(
            "document\\.baseURI|new URL\\((?!`?[^)]*import\\.meta" + "|source\\)|address\\)|`\\$\\{name|base\\))");

    /// Lines of a script that use an address of the API as it came.
    private static List<String> bypasses(String name, Stream<String> lines) {
        return lines.filter(
                        line -> !line.strip().startsWith("*") && !line.strip().startsWith("//"))
                .filter(line ->
                        (FIELD.matcher(line).find() && !READ.matcher(line).find())
                                || AGAINST_THE_PAGE.matcher(line).find())
                .map(line -> name + ": " + line.strip())
                .toList();
    }

    @Test
    void everyAddressGoesThroughOneFunction() throws IOException {
        try (var files = Files.walk(SCRIPTS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = SCRIPTS.relativize(file).toString().replace('\\', '/');
                if (!OTHERWISE.contains(name)) {
                    assertThat(bypasses(name, Files.readAllLines(file).stream()))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theRuleFindsAScriptThatGoesAround() {
        assertThat(bypasses(
                        "x.js",
                        Stream.of(
                                "video.src = recording.streamUrl;",
                                "link.href = one.url;",
                                "const at = new URL(text, document.baseURI);",
                                "const at = new URL(text, location.href);",
                                "const fine = webAddress(recording.streamUrl);")))
                .hasSize(4);
    }
}
