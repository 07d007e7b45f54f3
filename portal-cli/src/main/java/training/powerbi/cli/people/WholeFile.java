package training.powerbi.cli.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there whole or not at all; an older one is replaced once the new one is whole.
record WholeFile(Path file) {

    /// Only the owner reads a new one.
    void write(String text) {
        var whole = file.toAbsolutePath();
        try {
            var fresh = Files.createTempFile(whole.getParent(), ".portal-", ".new");
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + file + " cannot be written. Check that its folder is there and that you may write to"
                            + " it.",
                    e);
        }
    }
}
