package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is handed on: nothing in it forbids selling it, and it says of itself what it is.
class ArchiveIT {
    private static final Path HOME = PackagedCli.script().resolve("../..").normalize();

    /// Libraries by the beginnings of their names, with their licences. All ask no more than notices.
    private static final Map<String, String> LICENCES = Map.of(
            "azure-json-", "MIT",
            "jackson-annotations-", "Apache-2.0",
            "jackson-core-", "Apache-2.0",
            "jackson-databind-", "Apache-2.0",
            "jspecify-", "Apache-2.0",
            "msal4j-", "MIT",
            "picocli-", "Apache-2.0",
            "slf4j-", "MIT");

    private static final String OURS = "(portal-cli|portal-client-.*|shared-model-.*)\\.jar";

    @Test
    void everyLibraryIsOneThatMayBeSold() throws Exception {
        try (var files = Files.list(HOME.resolve("lib"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar")).toList())
                    .hasSizeGreaterThan(8)
                    .extracting(jar -> jar.getFileName().toString())
                    .filteredOn(name -> !name.matches(OURS))
                    .allSatisfy(name -> assertThat(LICENCES.keySet()).as(name).anyMatch(name::startsWith));
        }
    }

    @Test
    void manualAndCompletionAreInIt() {
        assertThat(HOME.resolve("share/man/man1/portal.1")).content().startsWith(".TH PORTAL 1");
        assertThat(HOME.resolve("share/bash-completion/completions/portal"))
                .content()
                .contains("complete -F");
        assertThat(Files.isExecutable(HOME.resolve("bin/portal"))).isTrue();
        assertThat(Files.isExecutable(HOME.resolve("bin/portal-train"))).isTrue();
    }
}
