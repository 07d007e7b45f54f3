package training.powerbi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import training.powerbi.fixture.modulith.FixtureApplication;

class ModularityTest {
    private static final Path DIAGRAM = Path.of("..", "docs", "modules.md");
    private static final ApplicationModules MODULES = ApplicationModules.of(PortalServer.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void anUndeclaredDependencyIsSeenToBeRejected() {
        var broken = ApplicationModules.of(FixtureApplication.class, ModularityTest::isFixtureOrStore);

        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("left")
                .hasMessageContaining("right");
    }

    @Test
    void theDiagramInTheDocumentsShowsTheModulesAsTheyAre() throws IOException {
        var diagram = ModuleDiagram.of(MODULES);
        Files.writeString(DIAGRAM, diagram);

        assertThat(diagram).contains("  curriculum\n").contains("  audit --> lakehouse");
    }

    /// The store is one of the modules of any application, see [StoreAsModule], and none may be empty.
    private static boolean isFixtureOrStore(Location location) {
        return Predefined.ONLY_INCLUDE_TESTS.includes(location) || location.contains("/training/powerbi/lakehouse/");
    }
}
