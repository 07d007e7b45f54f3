package training.powerbi.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents name files of the repository; a file that was moved or renamed takes its links along.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s:]+)(?:#[^)]*)?\\)");

    @TempDir
    Path folder;

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var documents = new ArrayList<Path>();
        try (var top = Files.list(Checkout.root());
                var docs = Files.walk(Checkout.root().resolve("docs"))) {
            top.filter(DocumentsTest::isDocument).forEach(documents::add);
            docs.filter(DocumentsTest::isDocument).forEach(documents::add);
        }

        assertThat(documents).hasSizeGreaterThan(20);
        for (var document : documents) {
            assertThat(deadLinks(document)).as(document.toString()).isEmpty();
        }
    }

    @Test
    void aLinkToNowhereIsSeen() throws IOException {
        Files.writeString(folder.resolve("there.md"), "");
        var document = folder.resolve("page.md");
        Files.writeString(document, "[a](there.md#part), [b](gone.md) and [c](https://example.org/gone)");

        assertThat(deadLinks(document)).containsExactly("gone.md");
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md") && !file.endsWith("template.md");
    }

    private static List<String> deadLinks(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> Files.notExists(document.resolveSibling(link)))
                .toList();
    }
}
