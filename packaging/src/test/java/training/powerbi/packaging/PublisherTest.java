package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Who gives the program out is said once, by the build, and names nobody who was not asked.
class PublisherTest {

    @Test
    void templatesTakeVendorAndMaintainerFromTheBuild() throws IOException {
        assertThat(Files.readString(Sources.PACKAGING.resolve("linux/control"))).contains("Maintainer: ${maintainer}");
        assertThat(Files.readString(Sources.PACKAGING.resolve("linux/copyright")))
                .contains("Copyright: 2026 ${vendor}");
        assertThat(Files.readString(Sources.PACKAGING.resolve("common/jpackage.args")))
                .doesNotContain("--vendor", "--copyright");
    }

    @Test
    void theBuildsOwnMaintainerIsAnAddressThatReachesNobody() throws IOException {
        assertThat(Files.readString(Sources.PACKAGING.resolve("pom.xml")))
                .contains("<installer.vendor>")
                .containsPattern("<installer.maintainer>[^@]+@example\\.invalid>");
    }

    @Test
    void saysThatNoLicenceWasChosen() throws IOException {
        assertThat(Files.readString(Sources.ROOT.resolve("README.md"))).contains("No licence was chosen");
        assertThat(Files.readString(Sources.PACKAGING.resolve("linux/copyright")))
                .contains("chosen no licence")
                .doesNotContain("All rights reserved");
    }
}
