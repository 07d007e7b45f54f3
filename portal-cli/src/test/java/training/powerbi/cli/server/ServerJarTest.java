package training.powerbi.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.cli.desk.UsageException;

class ServerJarTest {
    @TempDir
    private Path folder;

    @Test
    void theInstalledOneIsTakenAndNeverOneOfTheCurrentFolder() {
        assertThat(ServerJar.installed().folders())
                .startsWith(Path.of("/opt/training-portal"))
                .allMatch(Path::isAbsolute);
    }

    @Test
    void theFirstFolderThatHasOneCounts() throws IOException {
        var installed = jar("installed/api-server.jar");
        jar("beside/api-server-2.jar");
        var folders = List.of(folder.resolve("nowhere"), folder.resolve("installed"), folder.resolve("beside"));

        assertThat(found(new ServerJar(folders), null)).isEqualTo(installed);
    }

    @Test
    void whichOfSeveralIsMeantHasToBeSaid() throws IOException {
        var old = jar("lib/api-server-1.jar");
        jar("lib/api-server-2.jar");
        var several = new ServerJar(List.of(folder.resolve("lib")));

        assertThatThrownBy(() -> found(several, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2 jars")
                .hasMessageContaining("--jar");
        assertThat(found(several, old)).isEqualTo(old);
    }

    @Test
    void aCheckoutThatIsNamedHasOneOnceItIsBuilt() throws IOException {
        var nowhere = new ServerJar(List.of());
        assertThatThrownBy(() -> found(nowhere, folder)).hasMessageStartingWith("The server's jar is not there");

        var built = jar("api-server/target/api-server-1.jar");

        assertThat(found(nowhere, folder)).isEqualTo(built);
        assertThat(nowhere.find(null, _ -> Optional.of(built.toString()))).isEqualTo(built);
    }

    private Path jar(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private static Path found(ServerJar jar, @Nullable Path named) {
        return jar.find(named, _ -> Optional.empty());
    }
}
