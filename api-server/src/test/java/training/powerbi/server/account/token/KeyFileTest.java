package training.powerbi.server.account.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class KeyFileTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "ES256"})
    void theKeyIsMadeOnceAndKeptForItsOwnerOnly(String algorithm) throws IOException {
        var file = KeyFile.in(data, JWSAlgorithm.parse(algorithm));
        var made = file.loadOrCreate();
        assertThat(file.loadOrCreate().all().toString(false))
                .isEqualTo(made.all().toString(false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rwx------");
        try (var files = Files.list(data.resolve("secrets"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "ES256"})
    void nothingPrivateIsPublished(String algorithm) {
        var keys = KeyFile.in(data, JWSAlgorithm.parse(algorithm)).loadOrCreate();
        assertThat(keys.publicPart().getKeys()).hasSize(algorithm.equals("ES256") ? 1 : 0);
        assertThat(keys.publicPart().toString(false)).doesNotContain("\"d\"", "\"k\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"keys\":[]}"})
    void aDamagedFileIsNamedAndLeftAlone(String content) throws IOException {
        var file = KeyFile.in(data, JWSAlgorithm.HS256);
        file.loadOrCreate();
        Files.writeString(file.path(), content);
        assertThatThrownBy(file::loadOrCreate)
                .isInstanceOf(PortalException.class)
                .hasMessageContaining(file.path().toString());
        assertThat(file.path()).hasContent(content);
    }
}
