package training.powerbi.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's jar says what it is made of, and nothing in it forbids selling it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillOfMaterialsIT {
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String SITE_LIBRARIES = "BOOT-INF/classes/static/lib/";
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /// Licences, by SPDX name, that ask no more than notices of a product that ships the library unchanged.
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            // The MIT licence under another name.
            "Bouncy Castle Licence",
            "CDDL-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "MIT",
            "MIT-0",
            // BSD-3-Clause with the names of its authors.
            "iCal4j - License");

    private List<String> packed = List.of();
    private List<String> siteLibraries = List.of();
    private List<JsonNode> components = List.of();

    @BeforeAll
    void open() throws IOException {
        try (var jar = new JarFile(packagedJar().toFile());
                var bill = jar.getInputStream(new ZipEntry(BILL))) {
            packed = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .toList();
            siteLibraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(SITE_LIBRARIES) && name.length() > SITE_LIBRARIES.length())
                    .map(name -> name.substring(SITE_LIBRARIES.length()).split("/", 2)[0])
                    .distinct()
                    .toList();
            components = JsonMapper.shared()
                    .readTree(bill)
                    .path("components")
                    .valueStream()
                    .toList();
        }
    }

    /// Starters have no code, so Boot leaves them out; the jar tools are Boot's own addition.
    @Test
    void namesExactlyTheLibrariesInside() {
        var named = components.stream()
                .filter(component -> !name(component).startsWith("spring-boot-starter"))
                .filter(component -> !siteLibraries.contains(name(component)))
                .map(component ->
                        name(component) + "-" + component.path("version").asString() + ".jar");

        assertThat(named)
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(packed.stream()
                        .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                        .toList());
    }

    /// Of these the jar holds a few files, not the library's own jar.
    @Test
    void namesTheLibrariesOfTheSite() {
        assertThat(siteLibraries).containsExactlyInAnyOrder("lit-html", "graphql-ws");
        assertThat(components).extracting(BillOfMaterialsIT::name).containsAll(siteLibraries);
    }

    @Test
    void everyLicenceAllowsCommercialUse() {
        assertThat(components.stream()
                        .filter(component -> !component.path("group").asString().equals("training.powerbi"))
                        .filter(component -> !mayBeSold(component))
                        .map(component -> component.path("purl").asString() + " " + licences(component)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"license": {"id": "LGPL-2.1-only"}}, {"license": {"id": "EPL-2.0"}}] | true
            [{"expression": "(CDDL-1.0 OR GPL-2.0-only)"}]                         | true
            [{"license": {"id": "GPL-3.0-only"}}]                                  | false
            [{"license": {"name": "Some Other License"}}]                          | false
            []                                                                     | false
            """)
    void aLibraryMayBeSoldWhenOneOfItsLicencesAllowsIt(String licences, boolean allowed) {
        var component = JsonMapper.shared().readTree("{\"licenses\": " + licences + "}");

        assertThat(mayBeSold(component)).isEqualTo(allowed);
    }

    private static boolean mayBeSold(JsonNode component) {
        return licences(component).stream().anyMatch(ALLOWED::contains);
    }

    private static String name(JsonNode component) {
        return component.path("name").asString();
    }

    /// Any one of a component's licences may be chosen.
    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(choice -> Stream.concat(
                        Stream.of(
                                choice.path("license").path("id").asString(""),
                                choice.path("license").path("name").asString("")),
                        Arrays.stream(choice.path("expression").asString("").split("[() ]+|OR", -1))))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static Path packagedJar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("api-server-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
