package training.powerbi.lakehouse.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.files.local.CopyFolder.Copy;

class CopyFolderTest {
    private static final String PATH = "/Tables/users/part.parquet";
    private static final byte[] BYTES = "what is there".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aCopyIsWhatWasKept() {
        new CopyFolder(folder, 1_000).keep(PATH, new Copy(BYTES, 7));

        var copies = new CopyFolder(folder, 1_000);
        assertThat(copies.find(PATH)).get().satisfies(copy -> {
            assertThat(copy.bytes()).isEqualTo(BYTES);
            assertThat(copy.modified()).isEqualTo(7);
        });
        assertThat(copies.list("/Tables/users")).containsExactly(new CopyFolder.Entry(PATH, BYTES.length));
    }

    @Test
    void aCopyWithAnyDamageIsNoneAndIsRemoved() throws IOException {
        var copies = new CopyFolder(folder, 100_000);
        copies.keep(PATH, new Copy(BYTES, 7));
        var file = folder.resolve("Tables/users/part.parquet");
        var whole = Files.readAllBytes(file);

        for (var at = 0; at < whole.length; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThat(copies.find(PATH)).as("damaged at %d", at).isEmpty();
            assertThat(file).doesNotExist();
            Files.write(file, Arrays.copyOf(whole, at));
            assertThat(copies.find(PATH)).as("cut at %d", at).isEmpty();
        }
    }

    @Test
    void noMoreIsTakenThanThereIsRoomFor() {
        var copies = new CopyFolder(folder, 20);

        assertThat(copies.keep(PATH, new Copy(BYTES, 0))).isTrue();
        assertThat(copies.keep("/Tables/b.parquet", new Copy(BYTES, 0))).isFalse();
        copies.drop(PATH);
        assertThat(copies.keep("/Tables/b.parquet", new Copy(BYTES, 0))).isTrue();
        assertThat(new CopyFolder(folder, 20).keep("/Tables/c.parquet", new Copy(BYTES, 0)))
                .isFalse();
    }

    @Test
    void whatCannotBeReplacedGoes() {
        var copies = new CopyFolder(folder, 20);
        copies.keep(PATH, new Copy(BYTES, 7));

        assertThat(copies.keep(PATH, new Copy(new byte[100], 8))).isFalse();

        assertThat(copies.find(PATH)).isEmpty();
        assertThat(copies.keep(PATH, new Copy(BYTES, 9))).isTrue();
    }

    @Test
    void aDiskThatTakesNothingCostsTheCopyAndNothingElse() throws IOException {
        var file = Files.writeString(folder.resolve("a-file"), "in the way");

        assertThat(new CopyFolder(file, 1_000).keep(PATH, new Copy(BYTES, 0))).isFalse();
    }

    @Test
    void itSaysSinceWhenTheCopiesAreOld() {
        var now = Instant.parse("2026-11-30T08:00:00Z");

        assertThat(new CopyFolder(folder, 20).asOf()).isEmpty();
        new CopyFolder(folder, 20).current(now);
        assertThat(new CopyFolder(folder, 20).asOf()).contains(now);
    }

    @Test
    void noPathLeadsOut() {
        assertThatThrownBy(() -> new CopyFolder(folder, 20).find("/../secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
