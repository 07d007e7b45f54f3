package training.powerbi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in the files that name the site's tools.
class SiteLockFileTest {

    /// Lines that say where a package is to be had: that is for the machine that installs it to know.
    private static Stream<String> addressesIn(Stream<String> lines) {
        return lines.filter(line -> line.contains("\"resolved\""));
    }

    @Test
    void theLockFileNamesContentsAndNoAddresses() throws IOException {
        try (var lines = Files.lines(SiteTools.FOLDER.resolve("package-lock.json"))) {
            assertThat(addressesIn(lines)).isEmpty();
        }
        assertThat(SiteTools.FOLDER.resolve(".npmrc"))
                .content()
                .containsPattern("(?m)^omit-lockfile-registry-resolved=true$");
    }

    @Test
    void anAddressInALockFileIsFound() {
        var lines = Stream.of("\"version\": \"1.0.0\",", "\"resolved\": \"https://packages.example/a-1.0.0.tgz\",");

        assertThat(addressesIn(lines)).hasSize(1);
    }

    /// The compiler must not check against another version than browsers get.
    @ParameterizedTest
    @ValueSource(strings = {"lit-html", "graphql-ws"})
    void theTypesOfALibraryAreThoseOfTheVersionThatIsServed(String library) throws IOException {
        var version =
                Pattern.compile("<" + library + "\\.version>([^<]+)<").matcher(Files.readString(Path.of("../pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(SiteTools.FOLDER.resolve("package.json"))
                .content()
                .contains("\"%s\": \"%s\"".formatted(library, version.group(1)));
    }
}
