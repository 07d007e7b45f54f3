package training.powerbi.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What compilers and formatters do not look at: files stay short, and nothing is switched off unsaid.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceTest {
    private static final int LONGEST = 400;
    private static final int USUAL = 80;
    private static final long FULLEST = 25;
    private static final Pattern COMMENT = Pattern.compile("//|\\*/");
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private record Source(Path file, List<String> lines) {
        boolean isProduction() {
            return file.toString().replace('\\', '/').contains("/src/main/");
        }

        boolean isPackageInfo() {
            return file.endsWith("package-info.java");
        }
    }

    private List<Source> sources = List.of();

    @BeforeAll
    void read() throws IOException {
        try (var files = Files.find(
                Checkout.root(),
                30,
                (file, attributes) -> file.toString().endsWith(".java") && attributes.isRegularFile())) {
            sources = files.filter(file -> !file.toString().contains("target"))
                    .map(SourceTest::source)
                    .toList();
        }
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(sources)
                .hasSizeGreaterThan(20)
                .allSatisfy(source ->
                        assertThat(source.lines()).as(source.file().toString()).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void halfOfTheProductionFilesFitOnAScreen() {
        var sizes = sources.stream()
                .filter(source -> source.isProduction() && !source.isPackageInfo())
                .mapToInt(source -> source.lines().size())
                .sorted()
                .toArray();

        assertThat(sizes[sizes.length / 2]).isLessThanOrEqualTo(USUAL);
    }

    @Test
    void noPackageIsTooFullToOverlook() {
        var packages = sources.stream()
                .filter(source -> source.isProduction() && !source.isPackageInfo())
                .collect(Collectors.groupingBy(source -> source.file().resolveSibling(""), Collectors.counting()));

        assertThat(packages)
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).isLessThanOrEqualTo(FULLEST));
    }

    @Test
    void everySuppressedWarningSaysWhy() {
        assertThat(uncommentedLinesWith("@SuppressWarnings(")).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(sources.stream()
                        .flatMap(source -> source.lines().stream()
                                .filter(line -> LEFT_FOR_LATER.matcher(line).find())
                                .map(line -> source.file() + ": " + line.strip())))
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        assertThat(sources.stream()
                        .flatMap(source -> source.lines().stream()
                                .filter(line -> line.strip().matches("@(Disabled|Ignore)\\b.*"))
                                .map(line -> source.file() + ": " + line.strip())))
                .isEmpty();
    }

    /// Lines with the text that have no comment on them nor on the line above.
    private Stream<String> uncommentedLinesWith(String text) {
        return sources.stream()
                .flatMap(source -> IntStream.range(1, source.lines().size())
                        .filter(index -> source.lines().get(index).strip().startsWith(text))
                        .filter(index -> !COMMENT.matcher(source.lines().get(index)
                                        + source.lines().get(index - 1))
                                .find())
                        .mapToObj(index -> source.file() + ":" + (index + 1)));
    }

    private static Source source(Path file) {
        try {
            return new Source(file, Files.readAllLines(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
    }
}
