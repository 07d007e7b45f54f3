package training.powerbi.desktop.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.desktop.testing.KeyringDesktop;

/// The keyring for real: GNOME's, by libsecret. Each start of the program is a virtual machine of its own.
@ExtendWith(KeyringDesktop.Needed.class)
class KeyringIT {
    @TempDir
    private Path folder;

    private List<String> start(String... steps) {
        return new KeyringDesktop(folder).run(Steps.class, arguments(steps));
    }

    private Object[] arguments(String... steps) {
        var all = new Object[steps.length + 1];
        all[0] = tokens();
        System.arraycopy(steps, 0, all, 1, steps.length);
        return all;
    }

    private Path tokens() {
        return folder.resolve("tokens");
    }

    @Test
    void aSecretIsFoundByTheNextStartUntilItIsDeleted() throws IOException {
        assertThat(start("write session-a žluť", "write session-b other")).containsExactly("keyring");
        assertThat(start("read session-a", "delete session-a", "read session-b"))
                .containsExactly("keyring", "žluť", "other");
        assertThat(start("read session-a", "read session-b")).containsExactly("keyring", "nothing", "other");
        assertThat(contents(tokens())).allMatch(String::isEmpty, "nothing in files");
        assertThat(contents(folder.resolve("data/keyrings"))).isNotEmpty();
    }

    @Test
    void aSecretIsReplaced() {
        start("write session-a first");

        assertThat(start("write session-a second", "read session-a")).containsExactly("keyring", "second");
    }

    @Test
    void whatWasKeptInAFileMovesIntoTheKeyring() throws IOException {
        assertThat(new KeyringDesktop(folder).runWithout(Steps.class, arguments("write session-a kept")))
                .containsExactly("file");
        assertThat(contents(tokens())).contains("kept");

        assertThat(start("read session-a")).containsExactly("keyring", "kept");
        assertThat(contents(tokens())).allMatch(String::isEmpty, "nothing in files");
    }

    private static List<String> contents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(KeyringIT::content).toList();
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What runs beside the keyring: does to a store what it is told, and says what it read.
    static final class Steps {
        private Steps() {}

        public static void main(String[] arguments) throws IOException {
            var store = new SystemTokenStore(new TokenFolder(Path.of(arguments[1])));
            var said = new ArrayList<>(List.of(store.isFile() ? "file" : "keyring"));
            for (var step : List.of(arguments).subList(2, arguments.length)) {
                var words = step.split(" ", -1);
                switch (words[0]) {
                    case "write" -> store.write(words[1], words[2]);
                    case "delete" -> store.delete(words[1]);
                    default -> said.add(store.read(words[1]).orElse("nothing"));
                }
            }
            Files.write(Path.of(arguments[0]), said);
        }
    }
}
